import { useMemo } from 'react'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import { say, sayCount } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useRecord } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Said, SaidCount } from '../../ui/said'
import styles from './alert-strip.module.css'
import { leftOutWords, planAcknowledging } from './bulk'

const text = words.alerts.selection

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
        {sayCount(text.count, count)}
      </span>
      {length > 0 && (
        <Button tone="bare" onClick={() => onAcknowledge(rows)}>
          <SaidCount forms={text.acknowledge} count={length} parts={{ key: <Key quiet>k</Key> }} />
        </Button>
      )}
      <Button tone="bare" onClick={onClear}>
        <Said text={text.clear} parts={{ key: <Key quiet>Esc</Key> }} />
      </Button>
      {leftOut !== '' && (
        <span className={styles.leftOut} title={leftOut}>
          {say(text.leftOut, { what: leftOut })}
        </span>
      )}
    </>
  )
}
