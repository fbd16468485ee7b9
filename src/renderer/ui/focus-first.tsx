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
    const stopWaiting = focusWhenThere(dialog)
    const stopMarking = moveMark(dialog)
    return () => {
      stopWaiting()
      stopMarking()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return <span ref={here} hidden />
}

/**
 * Focuses the first field now, or once it comes with what the dialog waits for; not any more when a person went on
 * meanwhile. Returns its stop.
 */
function focusWhenThere(dialog: HTMLElement): () => void {
  const changes = new MutationObserver(look)
  function stop(): void {
    changes.disconnect()
    dialog.removeEventListener('keydown', stop)
    dialog.removeEventListener('pointerdown', stop)
  }
  function look(): void {
    const field = dialog.querySelector<HTMLElement>('[data-autofocus="true"]')
    if (field === null) return
    stop()
    field.focus()
  }
  changes.observe(dialog, { childList: true, subtree: true })
  dialog.addEventListener('keydown', stop)
  dialog.addEventListener('pointerdown', stop)
  look()
  return stop
}

/**
 * The trap's timer comes later and focuses whatever bears the mark: it must not pull back a person who went on, nor the
 * form that focused a field of its own. A mark that was moved is `kept`, and no first field.
 */
function moveMark(dialog: HTMLElement): () => void {
  const move = ({ target }: FocusEvent) => {
    dialog.querySelector('[data-autofocus]')?.removeAttribute('data-autofocus')
    if (target instanceof HTMLElement) target.dataset.autofocus = 'kept'
  }
  dialog.addEventListener('focusin', move)
  return () => dialog.removeEventListener('focusin', move)
}
