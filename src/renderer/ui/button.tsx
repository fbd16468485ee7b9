import type { ComponentProps } from 'react'
import styles from './button.module.css'

export interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: 'primary' | 'plain' | 'bare' | 'danger'
}

export function Button({ tone = 'plain', type = 'button', className = '', ...rest }: ButtonProps) {
  return <button type={type} className={`${styles.button} ${className}`} data-tone={tone} {...rest} />
}
