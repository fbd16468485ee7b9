import { sayNumber } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { keyOf } from '../../commands/asked'
import { useBoard } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import { SaidCount } from '../../ui/said'
import styles from './group-cells.module.css'

/** What rules keep off the screen is counted here; one key away stands who set them. */
export function HiddenChip({ onOpen }: { readonly onOpen: () => void }) {
  const hiding = useBoard(board => board.alerts.hiding)
  if (hiding.length === 0) return null
  const alerts = hiding.reduce((sum, rule) => sum + rule.alerts, 0)
  return (
    <button type="button" className={styles.chip} onClick={onOpen}>
      <SaidCount
        forms={words.alerts.hidden}
        count={hiding.length}
        parts={{ alerts: sayNumber(alerts), key: <Key quiet>{keyOf('noise')}</Key> }}
      />
    </button>
  )
}
