import { type HTMLAttributes, useLayoutEffect, useRef } from 'react'
import styles from './option-list.module.css'

export interface PointedOptionProps extends HTMLAttributes<HTMLDivElement> {
  readonly id: string
  /** Enter in the field would pick it. */
  readonly pointed: boolean
  readonly onPick: () => void
  /** The mouse moved onto it: it becomes the highlighted one, so that one line is highlighted and not two. */
  readonly onPoint?: () => void
}

/** A line of a list below a `PointingField`: the focus stays in the field, which only highlights one here. */
export function PointedOption({ pointed, onPick, onPoint, className = '', ...rest }: PointedOptionProps) {
  const here = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (pointed) here.current?.scrollIntoView?.({ block: 'nearest' })
  }, [pointed])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field that points here
    <div
      {...rest}
      ref={here}
      className={`${styles.pointed} ${className}`}
      role="option"
      tabIndex={-1}
      aria-selected={pointed}
      onClick={onPick}
      onPointerMove={pointed ? undefined : onPoint}
    />
  )
}
