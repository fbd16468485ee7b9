import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'

/**
 * Keys of a part of a dialog that has no field: it has the keyboard itself, and what was pressed with the mouse gives
 * it back.
 * @param step the focus comes back when it changes: the button that was pressed is gone then
 * @param act what a key does; false: it means nothing here
 */
export function useHeldKeys(step: unknown, act: (key: string) => boolean) {
  const here = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it comes back with each step
  useLayoutEffect(() => here.current?.focus(), [step])
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    // Enter on a button is the button's own.
    if (event.key === 'Enter' && event.target !== here.current) return
    if (event.repeat || !act(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return { here, press }
}
