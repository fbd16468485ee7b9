import type { AlertRow } from '../../../shared/contract/alert-rows'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useRecord } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Said } from '../../ui/said'
import { actOn } from './alert-order'
import styles from './alerts-pane.module.css'

/** What can be done with the row, and the key that does it. Seen on the row that has the focus or the pointer. */
export function RowAction({ row, onAct }: { readonly row: AlertRow; readonly onAct: (row: AlertRow) => void }) {
  const incident = useRecord(record => record.incident)
  const act = actOn(row, incident)
  if (act === 'linked') return null
  const text = words.alerts
  const takes = act === 'take'
  return (
    <Button
      tone="bare"
      className={styles.act ?? ''}
      onClick={() => onAct(row)}
      aria-label={say(takes ? text.takeRow : text.linkRow, { title: row.title })}
    >
      <Said text={takes ? text.take : text.link} parts={{ key: <Key quiet>↵</Key> }} />
    </Button>
  )
}
