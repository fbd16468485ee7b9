import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit } from '../../stores/cockpit'
import styles from './group-cells.module.css'

/** [RU1] A quiet list is worth nothing where the rules behind it cannot see: how many cannot is said beside it. */
export function BlindChip() {
  const blind = useBoard(board => board.rules.reduce((sum, book) => sum + book.blind, 0))
  const { focus } = useCockpit()
  if (blind === 0) return null
  const said = tCount(texts.alerts.blind, blind)
  return (
    <button
      type="button"
      className={styles.chip}
      data-tone="bad"
      data-gives-way
      title={said}
      onClick={() => focus.request('rules')}
    >
      {said}
    </button>
  )
}
