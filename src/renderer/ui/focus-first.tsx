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
    const stopWaiting = whenThere(dialog, () => keepMark(dialog))
    return () => {
      stopWaiting()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return <span ref={here} hidden />
}

const firstField = (dialog: HTMLElement) => dialog.querySelector<HTMLElement>('[data-autofocus]')

/**
 * Focuses the first field now, or once it comes with what the dialog waits for; not any more when a person went on
 * meanwhile. `then` starts something with the field there; returns the stop of both.
 */
function whenThere(dialog: HTMLElement, then: () => () => void): () => void {
  let stopThen: () => void = () => undefined
  const look = () => {
    const field = firstField(dialog)
    if (field === null) return
    stop()
    field.focus()
    stopThen = then()
  }
  const changes = new MutationObserver(look)
  const stop = () => {
    changes.disconnect()
    dialog.removeEventListener('keydown', stop)
    dialog.removeEventListener('pointerdown', stop)
  }
  changes.observe(dialog, { childList: true, subtree: true })
  dialog.addEventListener('keydown', stop)
  dialog.addEventListener('pointerdown', stop)
  look()
  return () => {
    stop()
    stopThen()
  }
}

/** The trap's timer comes later and focuses whatever bears the mark: it must not pull back a person who went on. */
function keepMark(dialog: HTMLElement): () => void {
  const moveMark = ({ target }: FocusEvent) => {
    firstField(dialog)?.removeAttribute('data-autofocus')
    if (target instanceof HTMLElement) target.dataset.autofocus = 'true'
  }
  dialog.addEventListener('focusin', moveMark)
  return () => dialog.removeEventListener('focusin', moveMark)
}
