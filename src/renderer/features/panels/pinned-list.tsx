import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import styles from './panels.module.css'

const text = texts.panels

/** What stands in “Live metrics” now. */
export function PinnedList() {
  const { commands } = useCockpit()
  const panels = useBoard(board => board.panels)
  if (panels.length === 0) return null
  const unpin = (ids: readonly string[]) => void commands.ask('panels', 'dashboards:unpin', { panels: [...ids] })
  return (
    <section className={styles.pinned} aria-label={text.pinnedList}>
      <h3 className={styles.title}>{t(text.inMetrics, { count: panels.length })}</h3>
      <ul className={styles.found}>
        {panels.map(({ id, title, from }) => (
          <li key={id} className={styles.pin}>
            <span title={from === undefined ? title : t(text.from, { panel: title, dashboard: from })}>{title}</span>
            <Button tone="bare" aria-label={t(text.unpinOne, { panel: title })} onClick={() => unpin([id])}>
              {text.unpin}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => unpin(panels.map(panel => panel.id))}>{text.unpinAll}</Button>
    </section>
  )
}
