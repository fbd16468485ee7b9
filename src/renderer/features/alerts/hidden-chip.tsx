import { useBoard } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import styles from './group-cells.module.css'

/** What rules keep off the screen is counted here; one key away stands who set them. */
export function HiddenChip({ onOpen }: { readonly onOpen: () => void }) {
  const hiding = useBoard(board => board.alertGroups.hiding)
  if (hiding.length === 0) return null
  const alerts = hiding.reduce((sum, rule) => sum + rule.alerts, 0)
  return (
    <button type="button" className={styles.chip} onClick={onOpen}>
      {alerts.toLocaleString('en')} hidden by {hiding.length === 1 ? '1 rule' : `${hiding.length} rules`}{' '}
      <Key quiet>N</Key>
    </button>
  )
}
