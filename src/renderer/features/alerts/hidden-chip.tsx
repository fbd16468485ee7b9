import { numberText } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { useBoard } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import { TransCount } from '../../ui/trans'
import styles from './group-cells.module.css'

/** What rules keep off the screen is counted here; one key away stands who set them. */
export function HiddenChip({ onOpen }: { readonly onOpen: () => void }) {
  const hiding = useBoard(board => board.alerts.hiding)
  if (hiding.length === 0) return null
  const alerts = hiding.reduce((sum, rule) => sum + rule.alerts, 0)
  return (
    <button type="button" className={styles.chip} onClick={onOpen}>
      <TransCount
        forms={texts.alerts.hidden}
        count={hiding.length}
        parts={{ alerts: numberText(alerts), key: <Key quiet>{keyOf('noise')}</Key> }}
      />
    </button>
  )
}
