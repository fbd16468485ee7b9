import type { Millis } from '../../../shared/lib/time'
import { say, sayCount } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useBoard } from '../../stores/cockpit'
import { useClockFace } from '../../ui/clock-face'
import { freshnessWords } from '../../ui/freshness-badge'
import styles from './quiet-board.module.css'
import { feedsByAge } from './worst-feed'

const text = words.wall

const MOST_FEEDS = 6

/** Nothing burns: the time, how many alerts fire, and whether the feeds that would tell are well. */
export function QuietBoard({ now }: { readonly now: Millis }) {
  const clock = useClockFace()
  const all = useBoard(board => board.feeds)
  const alerts = useBoard(board => board.alerts)
  const firing = alerts.filter(({ state }) => state === 'firing').length
  const feeds = feedsByAge(all, now)
  const more = feeds.length - MOST_FEEDS
  return (
    <section className={styles.quiet} aria-label={text.quiet}>
      <h1 className={styles.calm}>{words.bar.none}</h1>
      <p className={styles.clock}>
        {clock.bare(now)} <span className={styles.zone}>{clock.zone(now)}</span>
      </p>
      <p className={styles.firing} data-any={firing > 0}>
        {firing === 0 ? text.nothingFires : sayCount(text.fires, firing)}
      </p>
      <ul className={styles.feeds} aria-label={words.feeds.name}>
        {feeds.slice(0, MOST_FEEDS).map(feed => (
          <li key={feed.id} className={styles.feed} data-state={feed.freshness.state}>
            {say(text.feed, { feed: feed.name, freshness: freshnessWords(feed.freshness) })}
          </li>
        ))}
        {more > 0 && <li className={styles.feed}>{sayCount(text.moreFeeds, more)}</li>}
      </ul>
    </section>
  )
}
