import { Tooltip } from '@mantine/core'
import { useBoard, useCockpit, useNow } from '../../stores/cockpit'
import { FreshnessBadge } from '../../ui/freshness-badge'
import { connectionLights } from './connection-lights'
import styles from './feed-lights.module.css'

/** One light a connection. The words are in its name, and come up on hover and focus; pressing it asks the vendors anew. */
export function FeedLights() {
  const feeds = useBoard(board => board.feeds)
  const { commands } = useCockpit()
  const now = useNow()
  if (feeds.length === 0) return null
  return (
    <ul className={styles.feeds} aria-label="Feeds">
      {connectionLights(feeds, now).map(({ connection, name, freshness, words }) => (
        <li key={connection}>
          <Tooltip label={words} multiline maw={360} withinPortal>
            <button
              type="button"
              className={styles.feed}
              aria-label={`${words}. Ask again`}
              onClick={() => void commands.ask('incident', 'feeds:refresh', {})}
            >
              <FreshnessBadge freshness={freshness} label={name} titled={false} />
            </button>
          </Tooltip>
        </li>
      ))}
    </ul>
  )
}
