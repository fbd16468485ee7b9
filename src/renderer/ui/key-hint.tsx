import type { ReactNode } from 'react'
import { Key } from './key'
import styles from './key.module.css'
import { faceOf } from './key-face'
import { pressFromHint } from './press-from-hint'

/** A key and what it does, as one button that does it. */
export function KeyHint({ face, children }: { readonly face: string; readonly children: ReactNode }) {
  const press = faceOf(face)
  const shown = (
    <>
      <Key quiet>{face}</Key> {children}
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
