import type { FeedStatus } from '../../../shared/contract/feeds'
import type { ShownFreshness } from '../../../shared/domain/freshness'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit, useJudge } from '../../stores/cockpit'
import type { Judge } from '../../stores/judge'
import { reasonText } from '../../ui/fault-text'
import { FreshnessBadge, freshnessText } from '../../ui/freshness-badge'
import { Tooltip } from '../../ui/tooltip'
import styles from './feed-lights.module.css'

const text = texts.feeds

/**
 * One light per connection. Its text is in its name, and appears on hover and focus; a press polls the vendors again.
 */
export function FeedLights() {
  const feeds = useBoard(board => board.feeds)
  const { commands } = useCockpit()
  const judge = useJudge()
  if (feeds.length === 0) return null
  return (
    <ul className={styles.feeds} aria-label={text.name}>
      {connectionLights(feeds, judge).map(({ connection, name, freshness, words: all }) => (
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

/** One vendor account as the bar shows it: as fresh as the worst of its feeds. */
export interface ConnectionLight {
  readonly connection: string
  readonly name: string
  readonly freshness: ShownFreshness
  /** The full text, feed by feed. */
  readonly words: string
}

const worstFirst: readonly ShownFreshness['state'][] = ['not-connected', 'refused', 'down', 'late', 'waiting', 'fresh']

/** One light per connection, in the order of its first feed. */
export function connectionLights(feeds: readonly FeedStatus[], judge: Judge): readonly ConnectionLight[] {
  return [...Map.groupBy(feeds, feed => feed.connection)].map(([connection, own]) => ({
    connection,
    name: own[0]?.name ?? connection,
    freshness: worst(own.map(judge)),
    words: own.map(feed => feedWords(feed, judge(feed))).join('; '),
  }))
}

function worst(all: readonly ShownFreshness[]): ShownFreshness {
  const [first] = all.toSorted((a, b) => rank(a) - rank(b))
  return first ?? { state: 'waiting', age: null, reason: '' }
}

/** Among live feeds, one that was read in part comes first. */
function rank({ state, inPart }: ShownFreshness): number {
  return worstFirst.indexOf(state) - (inPart ? 0.5 : 0)
}

function feedWords(feed: FeedStatus, fresh: ShownFreshness): string {
  const { stands, standsBecause, reads } = texts.feeds
  return t(fresh.reason === '' ? stands : standsBecause, {
    feed: feed.name,
    freshness: freshnessText(fresh),
    reads: reads[feed.what],
    reason: reasonText(fresh),
  })
}
