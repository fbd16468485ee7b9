import { texts } from '../../../shared/texts/texts'
import { rowKeyOf } from '../../commands/row-keys'
import { Key } from '../../ui/key'
import { TransCount } from '../../ui/trans'
import styles from './alerts-pane.module.css'

/** How many rows wait while the others stand still; a press lets them in. */
export function NewRows({ count, onLetIn }: { readonly count: number; readonly onLetIn: () => void }) {
  if (count === 0) return null
  return (
    <button type="button" className={styles.news} onClick={onLetIn}>
      <TransCount forms={texts.alerts.fresh} count={count} parts={{ key: <Key quiet>{rowKeyOf.list.letIn}</Key> }} />
    </button>
  )
}
