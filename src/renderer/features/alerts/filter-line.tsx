import { type KeyboardEvent, useEffect, useRef } from 'react'
import { texts } from '../../../shared/texts/texts'
import { Key } from '../../ui/key'
import styles from './alerts-pane.module.css'

export interface FilterLineProps {
  readonly text: string
  /** A new number takes the focus. */
  readonly asked: number
  readonly onText: (text: string) => void
  /** What came of it, in few words. */
  readonly found: string
  /** Esc in an empty field, and the arrow down: back to the rows. */
  readonly onLeave: () => void
}

/** [AL7] Finds alerts as one types; Esc clears it, then goes back to the rows. */
export function FilterLine({ text, asked, onText, found, onLeave }: FilterLineProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (asked === 0) return
    field.current?.focus()
    field.current?.select()
  }, [asked])
  const pressed = (event: KeyboardEvent) => {
    const leaves = event.key === 'ArrowDown' || event.key === 'Enter' || (event.key === 'Escape' && text === '')
    if (!leaves && event.key !== 'Escape') return
    event.preventDefault()
    if (leaves) onLeave()
    else onText('')
  }
  return (
    <search className={styles.filter}>
      <input
        ref={field}
        aria-label={texts.alerts.filter}
        placeholder={texts.alerts.filterHint}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={event => onText(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      <span className={styles.found} role="status">
        {found}
      </span>
      <Key quiet>Esc</Key>
    </search>
  )
}
