import { useContext } from 'react'
import type { FeedStatus } from '../../../shared/contract/feeds'
import { unreadAlerts } from '../../../shared/contract/feeds'
import type { Millis } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useJudge } from '../../stores/cockpit'
import type { Judge } from '../../stores/judge'
import { ClockContext } from '../../ui/clock-face'
import { shortFreshnessText } from '../../ui/freshness-badge'
import styles from './quiet-board.module.css'
import { wallboardTimes } from './wallboard-times'
import { feedsByAge } from './worst-feed'

const text = texts.wall

const MOST_FEEDS = 6

/** No incident is open: the time, how many alerts fire, and whether the feeds that would report one are well. */
export function QuietBoard({ live, now }: { readonly live: boolean; readonly now: Millis }) {
  const { choice } = useContext(ClockContext)
  const all = useBoard(board => board.feeds)
  const firing = useBoard(board => board.alerts.firing)
  // Only the source could count the alerts that it left out.
  const cut = all.some(({ what, more }) => what === 'alerts' && more === true)
  const judge = useJudge()
  const known = alertsKnown(all, live, judge)
  const feeds = feedsByAge(all, judge)
  const times = wallboardTimes(now, choice)
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
            {t(text.feed, { feed: feed.name, freshness: shortFreshnessText(feed.freshness) })}
          </li>
        ))}
        {more > 0 && <li className={styles.feed}>{tCount(text.moreFeeds, more)}</li>}
      </ul>
    </section>
  )
}

/** [WA1] "Nothing fires" is only said of known sources. */
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

/** Whether the shown alerts are complete. */
interface AlertsKnown {
  /** `nothing-connected`, `not-heard` and `none`: no source confirms it; `some`: not all do. */
  readonly by: 'all' | 'some' | 'none' | 'nothing-connected' | 'not-heard'
  readonly sources: number
  /** Sources that do not confirm it now. */
  readonly silent: number
  /** Sources that confirm it, but were read only in part. */
  readonly inPart: number
  /** Alerts that could not be read. */
  readonly unread: number
}

/**
 * [WA1] No alerts means all is quiet only if every alert source confirms it now.
 * @param live whether the engine is reachable
 */
function alertsKnown(feeds: readonly FeedStatus[], live: boolean, judge: Judge): AlertsKnown {
  const sources = feeds.filter(({ what }) => what === 'alerts')
  const silent = sources.filter(feed => judge(feed).state !== 'fresh').length
  // A good answer with a reason is incomplete.
  const inPart = sources.filter(feed => judge(feed).state === 'fresh' && feed.reason !== '').length
  const unread = unreadAlerts(feeds)
  const counts = { sources: sources.length, silent, inPart, unread }
  if (!live) return { by: 'not-heard', ...counts }
  if (sources.length === 0) return { by: 'nothing-connected', ...counts }
  return { by: silent + inPart === 0 ? 'all' : silent < sources.length ? 'some' : 'none', ...counts }
}
