import type { AlertRow } from '../../../shared/contract/alert-rows'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useRecord } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import { actOn } from './alert-order'
import styles from './alerts-pane.module.css'

/** What can be done with the row, and the key that does it. Seen on the row that has the focus or the pointer. */
export function RowAction({ row, onAct }: { readonly row: AlertRow; readonly onAct: (row: AlertRow) => void }) {
  const incident = useRecord(record => record.incident)
  const act = actOn(row, incident)
  if (act === 'linked') return null
  const text = texts.alerts
  const takes = act === 'take'
  return (
    <Button
      tone="bare"
      className={styles.act ?? ''}
      onClick={() => onAct(row)}
      aria-label={t(takes ? text.takeRow : text.linkRow, { title: row.title })}
    >
      <Trans text={takes ? text.take : text.link} parts={{ key: <Key quiet>↵</Key> }} />
    </Button>
  )
}
