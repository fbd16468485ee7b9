import type { InputHTMLAttributes, Ref } from 'react'
import styles from './large-field.module.css'

export interface PointingFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly ref?: Ref<HTMLInputElement>
  /** Id of the list below; its options are `${list}-0`, `${list}-1` and so on. */
  readonly list: string
  /** Place of the option that Enter would pick; null: none. */
  readonly at: number | null
  readonly onText: (text: string) => void
}

/** A field whose letters choose from the list below it, and whose arrow keys point into that list. */
export function PointingField({ list, at, onText, className = styles.field ?? '', ...rest }: PointingFieldProps) {
  return (
    <input
      aria-expanded="true"
      {...rest}
      data-autofocus
      className={className}
      type="text"
      role="combobox"
      aria-controls={list}
      aria-activedescendant={at === null ? undefined : `${list}-${at}`}
      autoComplete="off"
      spellCheck={false}
      onChange={event => onText(event.currentTarget.value)}
    />
  )
}
