import type { ReactNode } from 'react'
import { Key } from './key'
import styles from './key.module.css'
import { faceOf } from './key-face'
import type { KeyScope } from './key-scope'
import { pressFromHint } from './press-from-hint'

interface KeyHintProps {
  readonly face: string
  /** The list whose rows have the key. */
  readonly of?: KeyScope
  readonly children: ReactNode
}

/** A key and what it does, as one button that does it. */
export function KeyHint({ face, of, children }: KeyHintProps) {
  const press = faceOf(face)
  const shown = (
    <>
      <Key quiet {...(of && { of })}>
        {face}
      </Key>{' '}
      {children}
    </>
  )
  if (press === undefined) return <span>{shown}</span>
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.hint}
      onPointerDown={event => event.preventDefault()}
      onMouseDown={event => event.preventDefault()}
      onClick={event => pressFromHint(event.currentTarget, press)}
    >
      {shown}
    </button>
  )
}
