import styles from './key.module.css'
import { faceOf } from './key-face'
import { type KeyScope, useIsKeyOf } from './key-scope'
import { pressFromHint } from './press-from-hint'

interface KeyProps {
  readonly children: string
  /** Part of a button that already does it. */
  readonly quiet?: boolean
  /** Only named: it does nothing here. */
  readonly plain?: boolean
  /** The list whose rows have it; absent: it works everywhere. */
  readonly of?: KeyScope
}

/**
 * The face of a key; in a sentence a button that presses it, for mouse and touch. Not a Tab stop: the keyboard has the
 * key itself.
 */
export function Key({ children, quiet = false, plain = false, of }: KeyProps) {
  const isMeant = useIsKeyOf(children, of)
  const press = quiet || plain ? undefined : faceOf(children)
  const face = (
    // Hidden without leaving its place: a button must not move from under the pointer that presses it.
    <kbd className={styles.key} aria-hidden={quiet || undefined} data-of={of} data-elsewhere={!isMeant || undefined}>
      {children}
    </kbd>
  )
  if (press === undefined || !isMeant) return face
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.press}
      // The focus stays where the key is handled.
      onPointerDown={event => event.preventDefault()}
      onMouseDown={event => event.preventDefault()}
      onClick={event => pressFromHint(event.currentTarget, press)}
    >
      {face}
    </button>
  )
}
