import { useCallback, useState } from 'react'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import { useCockpit } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { draftLike, type NoiseDraft } from './noise-draft'

export interface NoiseDialogState {
  readonly opened: boolean
  /** Null: the list of rules. */
  readonly draft: NoiseDraft | null
  readonly open: () => void
  readonly hideLike: (row: ListedAlert) => void
  readonly close: () => void
}

/** Whether the noise's dialog is open, and with what. */
export function useNoise(): NoiseDialogState {
  const { commands } = useCockpit()
  const [opened, setOpened] = useState(false)
  const [draft, setDraft] = useState<NoiseDraft | null>(null)
  const show = useCallback(
    (start: NoiseDraft | null) => {
      commands.dismiss('alerts')
      setDraft(start)
      setOpened(true)
    },
    [commands],
  )
  const open = useCallback(() => show(null), [show])
  useFocusRequest('noise', open)
  const close = useCallback(() => setOpened(false), [])
  return { opened, draft, open, close, hideLike: row => show(draftLike(row)) }
}
