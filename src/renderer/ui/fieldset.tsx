import type { FieldsetHTMLAttributes, ReactNode } from 'react'
import styles from './fields.module.css'

export interface FieldsetProps extends FieldsetHTMLAttributes<HTMLFieldSetElement> {
  readonly legend: ReactNode
}

/** Fields that answer one question, with the question above them. */
export function Fieldset({ legend, children, className = '', ...rest }: FieldsetProps) {
  return (
    <fieldset {...rest} className={`${styles.fields} ${className}`}>
      <legend className={styles.legend}>{legend}</legend>
      {children}
    </fieldset>
  )
}
