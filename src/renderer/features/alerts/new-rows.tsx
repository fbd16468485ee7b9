import { words } from '../../../shared/words/words'
import { rowKeyOf } from '../../commands/row-keys'
import { Key } from '../../ui/key'
import { SaidCount } from '../../ui/said'
import styles from './alerts-pane.module.css'

/** How many rows wait while the others stand still; a press lets them in. */
export function NewRows({ count, onLetIn }: { readonly count: number; readonly onLetIn: () => void }) {
  if (count === 0) return null
  return (
    <button type="button" className={styles.news} onClick={onLetIn}>
      <SaidCount forms={words.alerts.fresh} count={count} parts={{ key: <Key quiet>{rowKeyOf.list.letIn}</Key> }} />
    </button>
  )
}
