import type { ComponentType } from 'react'
import type { CommandId } from '../commands/command-list'
import { useOpened } from './use-command'

interface Openable {
  readonly opened: boolean
  readonly onClose: () => void
}

/** A dialog that opens when `command` is requested. */
export function openedBy<Props extends Openable>(
  command: CommandId,
  Part: ComponentType<Props>,
): ComponentType<Omit<Props, keyof Openable>> {
  return function OpenedBy(rest) {
    const { opened, close } = useOpened(command)
    const props = { ...rest, opened, onClose: close } as unknown as Props
    return <Part {...props} />
  }
}
