import { useLayoutEffect, useRef } from 'react'

/**
 * Puts the focus on a dialog's first field in the same instant in which it is drawn, and gives it back at the end. The library's own trap does it in
 * a timer, and on a busy machine the letters typed before that timer would be lost.
 */
export function FocusFirst() {
  const here = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const dialog = here.current?.closest<HTMLElement>('[role="dialog"]')
    if (dialog === null || dialog === undefined) return
    const before = document.activeElement
    // The trap's timer comes later and focuses whatever bears the mark: it must not pull back a person who went on.
    const moveMark = ({ target }: FocusEvent) => {
      dialog.querySelector('[data-autofocus]')?.removeAttribute('data-autofocus')
      if (target instanceof HTMLElement) target.dataset.autofocus = 'true'
    }
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    dialog.addEventListener('focusin', moveMark)
    return () => {
      dialog.removeEventListener('focusin', moveMark)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return <span ref={here} hidden />
}
