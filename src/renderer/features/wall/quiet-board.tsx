import { useContext } from 'react'
import type { Millis } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard } from '../../stores/cockpit'
import { ClockContext } from '../../ui/clock-face'
import { freshnessText } from '../../ui/freshness-badge'
import { type AlertsKnown, alertsKnown } from './alerts-known'
import styles from './quiet-board.module.css'
import { wallTimes } from './wall-times'
import { feedsByAge } from './worst-feed'

const text = texts.wall

const MOST_FEEDS = 6

/** No incident is open: the time, how many alerts fire, and whether those who would tell are well. */
export function QuietBoard({ live, now }: { readonly live: boolean; readonly now: Millis }) {
  const { choice } = useContext(ClockContext)
  const all = useBoard(board => board.feeds)
  const firing = useBoard(board => board.alerts.firing)
  // What was cut, its source alone could count.
  const cut = all.some(({ what, more }) => what === 'alerts' && more === true)
  const known = alertsKnown(all, live, now)
  const feeds = feedsByAge(all, now)
  const times = wallTimes(now, choice)
  const more = feeds.length - MOST_FEEDS
  return (
    <section className={styles.quiet} aria-label={text.quiet}>
      <h1 className={styles.title} data-calm={known.by === 'all' && firing === 0}>
        {texts.bar.none}
      </h1>
      <div className={styles.clocks} data-count={times.length}>
        {times.map(({ time, zone }) => (
          <p key={zone} className={styles.clock}>
            {time} <span className={styles.zone}>{zone}</span>
          </p>
        ))}
      </div>
      <p className={styles.firing} data-calm={known.by === 'all' && firing === 0}>
        {alertWords(known, firing, cut)}
      </p>
      <ul className={styles.feeds} aria-label={texts.feeds.name}>
        {feeds.slice(0, MOST_FEEDS).map(feed => (
          <li key={feed.id} className={styles.feed} data-state={feed.freshness.state} data-part={feed.freshness.inPart}>
            {t(text.feed, { feed: feed.name, freshness: freshnessText(feed.freshness) })}
          </li>
        ))}
        {more > 0 && <li className={styles.feed}>{tCount(text.moreFeeds, more)}</li>}
      </ul>
    </section>
  )
}

/** [WA1] "Nothing fires" is said of what is known alone. */
function alertWords(alerts: AlertsKnown, firing: number, cut: boolean): string {
  const { by } = alerts
  const fires = cut ? tCount(text.firesAtLeast, firing) : tCount(text.fires, firing)
  const known = firing === 0 ? text.nothingFires : fires
  if (by === 'all') return known
  if (by !== 'some' && firing === 0) return text.alertsUnknown[by]
  if (by === 'not-heard' || by === 'nothing-connected')
    return t(text.partly, { known, unknown: text.alertsUnknown[by] })
  return t(text.partly, { known, unknown: lackWords(alerts) })
}

function lackWords({ silent, inPart, unread, sources: all }: AlertsKnown): string {
  if (silent > 0) return tCount(text.someUnknown, silent, { all })
  return unread > 0 ? tCount(text.unread, unread) : tCount(text.someInPart, inPart, { all })
}
