import { useMemo } from 'react'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import { useRecord } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import styles from './alert-strip.module.css'
import { leftOutWords, planAcknowledging } from './bulk'

export interface SelectionBarProps {
  readonly rows: readonly ListedAlert[]
  readonly count: number
  readonly onAcknowledge: (rows: readonly ListedAlert[]) => void
  readonly onClear: () => void
}

/** How many rows are selected, and what can be done with all of them. */
export function SelectionBar({ rows, count, onAcknowledge, onClear }: SelectionBarProps) {
  const acts = useRecord(record => record.incident.acts)
  const plan = useMemo(() => planAcknowledging(rows, acts ?? []), [rows, acts])
  const { length } = plan.steps
  const leftOut = leftOutWords(plan)
  return (
    <>
      <span className={styles.selected} role="status">
        {count.toLocaleString('en')} selected
      </span>
      {length > 0 && (
        <Button tone="bare" onClick={() => onAcknowledge(rows)}>
          Acknowledge {length === 1 ? '1 page' : `${length.toLocaleString('en')} pages`} <Key quiet>k</Key>
        </Button>
      )}
      <Button tone="bare" onClick={onClear}>
        None <Key quiet>Esc</Key>
      </Button>
      {leftOut !== '' && <span>Left out: {leftOut}</span>}
    </>
  )
}
