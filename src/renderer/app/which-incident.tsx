import { type ReactNode, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { IncidentId } from '../../shared/domain/ids'
import { texts } from '../../shared/texts/texts'
import { useCockpit, useRecord } from '../stores/cockpit'
import type { Cockpit } from '../stores/cockpit-stores'
import type { SelectionStore } from '../stores/selection-store'
import { toChooseFrom } from '../stores/selection-store'
import { DialogSubjectContext } from '../ui/dialog-subject'

/**
 * [SN1] With several open incidents and no way to know which one is meant, the cockpit asks once; Esc leaves the
 * question open.
 */
export function useWhichIncident(): void {
  const { selection, focus } = useCockpit()
  const mustChoose = useStore(selection, state => toChooseFrom(state).length > 0)
  useEffect(() => {
    if (mustChoose) focus.request('incidents')
  }, [mustChoose, focus])
}

const LINK = /^#incident=(.*)$/i

/** `#incident=ID` in the address opens that incident, as soon as the engine has sent the list. */
export function useLinkedIncident(): void {
  const cockpit = useCockpit()
  useEffect(() => {
    const look = () => followLink(cockpit, window)
    look()
    const stop = cockpit.session.subscribe(({ welcome }, before) => {
      if (welcome !== before.welcome) look()
    })
    window.addEventListener('hashchange', look)
    return () => {
      stop()
      window.removeEventListener('hashchange', look)
    }
  }, [cockpit])
}

export function followLink({ session, selection, faults }: Cockpit, page: Pick<Window, 'location' | 'history'>): void {
  const [, id] = LINK.exec(page.location.hash) ?? []
  if (id === undefined || session.getState().welcome === null) return
  // Followed once: a later reload shows what was chosen since.
  page.history.replaceState(null, '', page.location.pathname + page.location.search)
  const found = selection.getState().incidents.find(incident => incident.id === id.trim().toLowerCase())
  if (found === undefined) {
    faults.setState({ incident: { kind: 'not-found', message: texts.links.notHere } })
  } else selection.setState({ open: found.id })
}

const KEY = 'quarterdeck.incident'

/** [SN1] A new window of this browser, and a reloaded one, start with the incident that was shown last. */
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
      // The choice still applies to this window.
      console.warn('The incident that is shown could not be remembered', error)
    }
  })
}

/** [SN3] Gives every dialog the incident it is about. */
export function IncidentSubject({ children }: { readonly children: ReactNode }) {
  const severity = useRecord(record => record.incident.severity)
  const title = useRecord(record => record.incident.title)
  const subject = useMemo(
    () => (severity === undefined || title === undefined ? null : { severity, title }),
    [severity, title],
  )
  return <DialogSubjectContext value={subject}>{children}</DialogSubjectContext>
}
