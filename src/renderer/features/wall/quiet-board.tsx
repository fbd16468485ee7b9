import type { Millis } from '../../../shared/lib/time'
import { useBoard } from '../../stores/cockpit'
import { useClockFace } from '../../ui/clock-face'
import { freshnessWords } from '../../ui/freshness-badge'
import styles from './quiet-board.module.css'
import { feedsByAge } from './worst-feed'

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
    <section className={styles.quiet} aria-label="No incident">
      <h1 className={styles.calm}>No incident open</h1>
      <p className={styles.clock}>
        {clock.bare(now)} <span className={styles.zone}>{clock.zone(now)}</span>
      </p>
      <p className={styles.firing} data-any={firing > 0}>
        {firing === 0 ? 'Nothing fires' : `${firing} ${firing === 1 ? 'alert fires' : 'alerts fire'}`}
      </p>
      <ul className={styles.feeds} aria-label="Feeds">
        {feeds.slice(0, MOST_FEEDS).map(feed => (
          <li key={feed.id} className={styles.feed} data-state={feed.freshness.state}>
            {feed.name} {freshnessWords(feed.freshness)}
          </li>
        ))}
        {more > 0 && <li className={styles.feed}>and {more} more</li>}
      </ul>
    </section>
  )
}
