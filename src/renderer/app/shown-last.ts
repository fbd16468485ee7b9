import { useEffect } from 'react'
import type { IncidentId } from '../../shared/domain/ids'
import { useCockpit } from '../stores/cockpit'
import type { SelectionStore } from '../stores/selection-store'

const KEY = 'quarterdeck.incident'

/** [SN1] A new window of this browser, and one that is loaded again, begin with the incident that was shown last. */
export function useShownLast(): void {
  const { selection } = useCockpit()
  useEffect(() => rememberShown(selection, window.localStorage), [selection])
}

/** Returns its stop. */
export function rememberShown(selection: SelectionStore, storage: Storage): () => void {
  selection.setState({ shownLast: storage.getItem(KEY) as IncidentId | null })
  return selection.subscribe(({ open }, before) => {
    if (open === null || open === before.open) return
    selection.setState({ shownLast: open })
    try {
      storage.setItem(KEY, open)
    } catch (error) {
      // The choice holds for this window all the same.
      console.warn('The incident that is shown could not be remembered', error)
    }
  })
}
