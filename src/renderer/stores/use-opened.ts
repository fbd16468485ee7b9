import { useCallback, useState } from 'react'
import { type Place, useFocusRequest } from './focus-store'

/** Whether a dialog is open that `place` opens. */
export function useOpened(place: Place): {
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
