import type { ComponentType } from 'react'
import type { CommandId } from './focus-store'
import { useOpened } from './use-opened'

interface Openable {
  readonly opened: boolean
  readonly onClose: () => void
}

/** The dialog that opens when `place` is asked for. */
export function openedBy<Props extends Openable>(
  place: CommandId,
  Part: ComponentType<Props>,
): ComponentType<Omit<Props, keyof Openable>> {
  return function OpenedBy(rest) {
    const { opened, close } = useOpened(place)
    const props = { ...rest, opened, onClose: close } as unknown as Props
    return <Part {...props} />
  }
}
