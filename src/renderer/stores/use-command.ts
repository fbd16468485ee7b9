import { useCallback, useLayoutEffect, useState } from 'react'
import type { CommandId } from '../commands/command-list'
import { useCockpit } from './cockpit'

/**
 * Runs `run` each time the command is requested, such as to open a dialog or focus a field.
 * @param command null while it cannot run: its request then counts as unhandled
 */
export function useCommand(command: CommandId | null, run: () => void): void {
  const { focus } = useCockpit()
  // Before the part is painted, as the keys are: whoever sees it can use it.
  useLayoutEffect(() => {
    if (command === null) return
    const handle = () => {
      if (focus.getState().requested !== command) return
      focus.setState({ requested: null })
      run()
    }
    return focus.subscribe(handle)
  }, [focus, command, run])
}

/** The state of a dialog that `command` opens. */
export function useOpened(command: CommandId): {
  readonly opened: boolean
  readonly open: () => void
  readonly close: () => void
} {
  const [opened, setOpened] = useState(false)
  const open = useCallback(() => setOpened(true), [])
  const close = useCallback(() => setOpened(false), [])
  useCommand(command, open)
  return { opened, open, close }
}
