import { sayCount } from '../../../../shared/words/say'
import { words } from '../../../../shared/words/words'
import { Key } from '../../../ui/key'
import { Said } from '../../../ui/said'
import styles from './newest-button.module.css'

const text = words.timeline

/** Stands while the end is out of sight: what came meanwhile, and the way back to it. */
export function NewestButton({ count, onClick }: { count: number; onClick: () => void }) {
  return (
    <button type="button" className={styles.newest} onClick={onClick}>
      {count > 0 && <strong className={styles.count}>{sayCount(text.arrived, count)}</strong>}{' '}
      <Said text={text.newest} parts={{ key: <Key quiet>End</Key> }} />
    </button>
  )
}
