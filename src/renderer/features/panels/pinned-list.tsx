import { useBoard, useCockpit } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import styles from './panels.module.css'

/** What stands in “Live metrics” now. */
export function PinnedList() {
  const { commands } = useCockpit()
  const panels = useBoard(board => board.panels)
  if (panels.length === 0) return null
  const unpin = (ids: readonly string[]) => void commands.ask('panels', 'dashboards:unpin', { panels: [...ids] })
  return (
    <section className={styles.pinned} aria-label="Pinned panels">
      <h3 className={styles.title}>In “Live metrics” ({panels.length})</h3>
      <ul className={styles.found}>
        {panels.map(({ id, title, from }) => (
          <li key={id} className={styles.pin}>
            <span title={from === undefined ? title : `${title}, from ${from}`}>{title}</span>
            <Button tone="bare" aria-label={`Unpin ${title}`} onClick={() => unpin([id])}>
              Unpin
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => unpin(panels.map(panel => panel.id))}>Unpin all</Button>
    </section>
  )
}
