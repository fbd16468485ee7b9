import type { ReactNode } from 'react'
import type { CommandId } from '../../commands/command-list'
import { useCockpit } from '../../stores/cockpit'
import styles from './figures.module.css'

export interface StripProps {
  readonly label: string
  readonly hint: string
  readonly opens: CommandId
}

/** One thing beside the impact: pressing it opens where it is done. */
export function Strip({
  label,
  hint,
  opens,
  phase,
  children,
}: StripProps & { readonly phase: string; readonly children?: ReactNode }) {
  const { focus } = useCockpit()
  return (
    <button type="button" className={styles.clock} data-phase={phase} title={hint} onClick={() => focus.request(opens)}>
      <span className={styles.label} dir="auto">
        {label}
      </span>
      {children}
    </button>
  )
}
