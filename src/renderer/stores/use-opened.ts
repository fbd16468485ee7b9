import { useCallback, useState } from 'react'
import type { CommandId } from './focus-store'
import { useFocusRequest } from './use-focus-request'

/** Whether a dialog is open that `place` opens. */
export function useOpened(place: CommandId): {
  readonly opened: boolean
  readonly open: () => void
  readonly close: () => void
} {
  const [opened, setOpened] = useState(false)
  const open = useCallback(() => setOpened(true), [])
  const close = useCallback(() => setOpened(false), [])
  useFocusRequest(place, open)
  return { opened, open, close }
}
