import type { FeedStatus } from '../../../shared/contract/feeds'
import { type Freshness, type FreshnessState, freshness } from '../../../shared/domain/freshness'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit, useJudgedNow } from '../../stores/cockpit'
import { FreshnessBadge, freshnessText } from '../../ui/freshness-badge'
import { Tooltip } from '../../ui/tooltip'
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
          <Tooltip label={all}>
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

/** One vendor account as the bar shows it: as fresh as the worst of what is read through it. */
export interface ConnectionLight {
  readonly connection: string
  readonly name: string
  readonly freshness: Freshness
  /** All of it in words, feed by feed. */
  readonly words: string
}

const worstFirst: readonly FreshnessState[] = ['refused', 'down', 'late', 'waiting', 'fresh']

/** One light a connection, in the order of its first feed. */
export function connectionLights(feeds: readonly FeedStatus[], now: Millis): readonly ConnectionLight[] {
  return [...Map.groupBy(feeds, feed => feed.connection)].map(([connection, own]) => ({
    connection,
    name: own[0]?.name ?? connection,
    freshness: worst(own.map(feed => freshness(feed, now))),
    words: own.map(feed => feedWords(feed, now)).join('; '),
  }))
}

function worst(all: readonly Freshness[]): Freshness {
  const [first] = all.toSorted((a, b) => rank(a) - rank(b))
  return first ?? { state: 'waiting', age: null, reason: '' }
}

/** Of those that are live, one that was read in part comes first. */
function rank({ state, inPart }: Freshness): number {
  return worstFirst.indexOf(state) - (inPart ? 0.5 : 0)
}

function feedWords(feed: FeedStatus, now: Millis): string {
  const fresh = freshness(feed, now)
  const { stands, standsBecause, reads } = texts.feeds
  return t(fresh.reason === '' ? stands : standsBecause, {
    feed: feed.name,
    freshness: freshnessText(fresh),
    reads: reads[feed.what],
    reason: fresh.reason,
  })
}
