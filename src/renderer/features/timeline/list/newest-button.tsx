import { tCount } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { Key } from '../../../ui/key'
import { Trans } from '../../../ui/trans'
import styles from './newest-button.module.css'

const text = texts.timeline

/** Stands while the end is out of sight: what came meanwhile, and the way back to it. */
export function NewestButton({ count, onClick }: { count: number; onClick: () => void }) {
  return (
    <button type="button" className={styles.newest} onClick={onClick}>
      {count > 0 && <strong className={styles.count}>{tCount(text.arrived, count)}</strong>}{' '}
      <Trans text={text.newest} parts={{ key: <Key quiet>End</Key> }} />
    </button>
  )
}
