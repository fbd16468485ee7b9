import styles from './key.module.css'
import { faceOf } from './key-face'
import { pressFromHint } from './press-from-hint'

interface KeyProps {
  readonly children: string
  /** Part of a button that does it already. */
  readonly quiet?: boolean
  /** Named where it does nothing. */
  readonly plain?: boolean
}

/**
 * The face of a key; in a sentence a button that presses it, for those who have a mouse or a finger. Not a stop of Tab:
 * the keyboard has the key itself.
 */
export function Key({ children, quiet = false, plain = false }: KeyProps) {
  const press = quiet || plain ? undefined : faceOf(children)
  const face = (
    <kbd className={styles.key} aria-hidden={quiet || undefined}>
      {children}
    </kbd>
  )
  if (press === undefined) return face
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.press}
      // The focus stays where the key is heard.
      onPointerDown={event => event.preventDefault()}
      onMouseDown={event => event.preventDefault()}
      onClick={event => pressFromHint(event.currentTarget, press)}
    >
      {face}
    </button>
  )
}
