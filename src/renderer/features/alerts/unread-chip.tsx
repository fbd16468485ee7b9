import { Tooltip } from '@mantine/core'
import { unreadAlerts } from '../../../shared/contract/feeds'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit } from '../../stores/cockpit'
import { isAlertFeed } from './alert-sources'
import styles from './group-cells.module.css'

const text = texts.alerts

/** [FR3] Alerts that are there and could not be read stand beside those that could; pressing it asks the sources anew. */
export function UnreadChip() {
  const feeds = useBoard(board => board.feeds)
  const { commands } = useCockpit()
  const unread = unreadAlerts(feeds)
  if (unread === 0) return null
  const why = feeds
    .filter(feed => isAlertFeed(feed) && feed.unread !== undefined)
    .map(({ name, reason }) => t(text.troubled, { name, reason }))
    .join('; ')
  return (
    <Tooltip label={why} multiline maw={420} withinPortal events={{ hover: true, focus: true, touch: true }}>
      <button
        type="button"
        className={styles.chip}
        data-tone="bad"
        aria-label={t(texts.feeds.askAgain, { feeds: why })}
        onClick={() => void commands.ask('alerts', 'feeds:refresh', {})}
      >
        {tCount(text.unread, unread)}
      </button>
    </Tooltip>
  )
}
