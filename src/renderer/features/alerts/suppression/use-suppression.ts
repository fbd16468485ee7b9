import { useCallback, useState } from 'react'
import type { ListedAlert } from '../../../../shared/contract/alert-list'
import { useCockpit } from '../../../stores/cockpit'
import { useCommand } from '../../../stores/use-command'
import { draftLike, type SuppressionDraft } from './suppression-draft'

export interface SuppressionState {
  readonly opened: boolean
  /** Null: the list of rules. */
  readonly draft: SuppressionDraft | null
  readonly open: () => void
  readonly suppressLike: (row: ListedAlert) => void
  readonly close: () => void
}

/** Whether the dialog of suppression rules is open, and with what. */
export function useSuppression(): SuppressionState {
  const { commands } = useCockpit()
  const [opened, setOpened] = useState(false)
  const [draft, setDraft] = useState<SuppressionDraft | null>(null)
  const show = useCallback(
    (start: SuppressionDraft | null) => {
      commands.dismiss('alerts')
      setDraft(start)
      setOpened(true)
    },
    [commands],
  )
  const open = useCallback(() => show(null), [show])
  useCommand('noise', open)
  const close = useCallback(() => setOpened(false), [])
  return { opened, draft, open, close, suppressLike: row => show(draftLike(row)) }
}
