import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './floating.module.css'

/** A pointer that only passes by shows nothing yet. */
const POINTED_FOR = 150
const GAP = 5

/** The full meaning of a button: on hover, focus and touch, until the pointer leaves or Esc is pressed. */
export function Tooltip({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const id = useId()
  const target = useRef<HTMLSpanElement>(null)
  const [shown, setShown] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const show = () => setShown(true)
  const hide = () => {
    clearTimeout(timer.current)
    setShown(false)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what it holds is the button; this only hears of it
    <span
      ref={target}
      style={{ display: 'contents' }}
      onPointerEnter={({ pointerType }) => {
        clearTimeout(timer.current)
        timer.current = setTimeout(show, pointerType === 'touch' ? 0 : POINTED_FOR)
      }}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={({ key }) => key === 'Escape' && hide()}
    >
      {children}
      {shown && createPortal(<Box id={id} label={label} target={target} />, document.body)}
    </span>
  )
}

interface BoxProps {
  readonly id: string
  readonly label: string
  readonly target: { readonly current: HTMLElement | null }
}

/** Above its button if there is room, else below it, and never beyond the edge of the window. */
function Box({ id, label, target }: BoxProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const button = target.current?.firstElementChild
    if (!box.current || !button) return
    const [to, own] = [button.getBoundingClientRect(), box.current.getBoundingClientRect()]
    const left = to.left + (to.width - own.width) / 2
    const above = to.top - own.height - GAP
    box.current.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - own.width - GAP))}px`
    box.current.style.top = `${above >= GAP ? above : to.bottom + GAP}px`
    button.setAttribute('aria-describedby', id)
    return () => button.removeAttribute('aria-describedby')
  }, [id, target])
  return (
    <div ref={box} id={id} role="tooltip" className={styles.tooltip}>
      {label}
    </div>
  )
}
