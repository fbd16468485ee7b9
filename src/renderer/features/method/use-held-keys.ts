import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'

/**
 * Keys of a part of a dialog that has no field: the part itself has the focus, and a button pressed with the mouse
 * returns it.
 * @param step the focus returns when it changes: the pressed button is gone then
 * @param act what a key does; false: it has no meaning here
 */
export function useHeldKeys(step: unknown, act: (key: string) => boolean) {
  const here = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it comes back with each step
  useLayoutEffect(() => here.current?.focus(), [step])
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    // Enter on a button presses the button.
    if (event.key === 'Enter' && event.target !== here.current) return
    if (event.repeat || !act(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return { here, press }
}
