import { Key } from '../../../ui/key'
import styles from './newest-button.module.css'

/** Stands while the end is out of sight: what came meanwhile, and the way back to it. */
export function NewestButton({ count, onClick }: { count: number; onClick: () => void }) {
  return (
    <button type="button" className={styles.newest} onClick={onClick}>
      {count > 0 && <strong className={styles.count}>{count} new</strong>} Newest ↓ <Key quiet>End</Key>
    </button>
  )
}
