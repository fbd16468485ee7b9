import type { InputHTMLAttributes, Ref } from 'react'
import styles from './fields.module.css'

export interface LineFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly ref?: Ref<HTMLInputElement> | undefined
  readonly onText: (text: string) => void
  /** For a form with other fields; otherwise it is large, and gets everything that is typed. */
  readonly small?: boolean
  /** Its text only searches, and is worth nothing once the field is gone. */
  readonly asks?: boolean
}

/** The one line of a dialog that has the focus from the start. */
export function LineField({ onText, small = false, asks = false, ...rest }: LineFieldProps) {
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      {...rest}
      data-autofocus
      className={styles.field}
      data-small={small}
      data-asks={asks}
      type="text"
      onChange={event => onText(event.currentTarget.value)}
    />
  )
}
