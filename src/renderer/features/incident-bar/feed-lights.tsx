import { Tooltip } from '@mantine/core'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit, useJudgedNow } from '../../stores/cockpit'
import { FreshnessBadge } from '../../ui/freshness-badge'
import { connectionLights } from './connection-lights'
import styles from './feed-lights.module.css'

const text = texts.feeds

/** One light a connection. The words are in its name, and come up on hover and focus; pressing it asks the vendors anew. */
export function FeedLights() {
  const feeds = useBoard(board => board.feeds)
  const { commands } = useCockpit()
  const now = useJudgedNow()
  if (feeds.length === 0) return null
  return (
    <ul className={styles.feeds} aria-label={text.name}>
      {connectionLights(feeds, now).map(({ connection, name, freshness, words: all }) => (
        <li key={connection}>
          <Tooltip label={all} multiline maw={360} withinPortal>
            <button
              type="button"
              className={styles.feed}
              aria-label={t(text.askAgain, { feeds: all })}
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
