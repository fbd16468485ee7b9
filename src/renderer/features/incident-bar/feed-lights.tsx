import { Tooltip } from '@mantine/core'
import type { FeedStatus, FeedWhat } from '../../../shared/contract/views'
import { freshness } from '../../../shared/domain/freshness'
import type { Millis } from '../../../shared/lib/time'
import { useBoard, useCockpit, useNow } from '../../stores/cockpit'
import { FreshnessBadge, freshnessWords } from '../../ui/freshness-badge'
import styles from './feed-lights.module.css'

/** One light a feed. The words are in its name, and come up on hover and focus; pressing it asks the vendors anew. */
export function FeedLights() {
  const feeds = useBoard(board => board.feeds)
  const { commands } = useCockpit()
  const now = useNow()
  if (feeds.length === 0) return null
  return (
    <ul className={styles.feeds} aria-label="Feeds">
      {feeds.map(feed => {
        const words = feedWords(feed, now)
        return (
          <li key={feed.id}>
            <Tooltip label={words} multiline maw={360} withinPortal>
              <button
                type="button"
                className={styles.feed}
                aria-label={`${words}. Ask again`}
                onClick={() => void commands.ask('incident', 'feeds:refresh', {})}
              >
                <FreshnessBadge freshness={freshness(feed, now)} label={feed.name} titled={false} />
              </button>
            </Tooltip>
          </li>
        )
      })}
    </ul>
  )
}

const reads: Readonly<Record<FeedWhat, string>> = {
  alerts: 'alerts',
  panels: 'metrics',
  components: 'what customers see',
  deploys: 'recent deploys',
}

function feedWords(feed: FeedStatus, now: Millis): string {
  const fresh = freshness(feed, now)
  const words = `${feed.name} ${freshnessWords(fresh)}: ${reads[feed.what]}`
  return fresh.reason === '' ? words : `${words} (${fresh.reason})`
}
