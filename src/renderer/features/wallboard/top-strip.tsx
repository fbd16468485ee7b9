import { useStore } from 'zustand'
import { unreadAlerts } from '../../../shared/contract/feeds'
import type { Millis } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit, useJudge, useSession } from '../../stores/cockpit'
import { freshnessText } from '../../ui/freshness-badge'
import { spanText } from '../../ui/span-text'
import styles from './top-strip.module.css'
import { WallboardTimes } from './wallboard-times'
import { type FeedAge, feedsByAge } from './worst-feed'

const text = texts.wall

interface TopStripProps {
  /** The engine is reachable. */
  readonly live: boolean
  readonly note: string
  /** False where the wallboard itself shows the time in large digits. */
  readonly timed: boolean
  readonly now: Millis
}

/** Whether this is a drill, whether the engine is reachable, how old the data is, and what time it is. */
export function TopStrip({ live, note, timed, now }: TopStripProps) {
  const world = useSession(session => session.world)
  return (
    <header className={styles.strip} data-drill={world.kind === 'drill'}>
      {world.kind === 'drill' && (
        <p className={styles.drill}>
          <strong>{text.drill}</strong> {!timed && <span className={styles.cut}>{world.title}</span>}
        </p>
      )}
      <Heartbeat live={live} />
      <DataAge />
      {note !== '' && <p className={styles.note}>{note}</p>}
      {timed && <WallboardTimes now={now} />}
    </header>
  )
}

function DataAge() {
  const feeds = useBoard(board => board.feeds)
  const worst = feedsByAge(feeds, useJudge())[0]
  if (worst === undefined) return <p className={styles.age}>{text.noFeeds}</p>
  const { state, inPart } = worst.freshness
  const unread = unreadAlerts(feeds)
  const said = state === 'fresh' && unread > 0 ? tCount(text.unread, unread) : ageWords(worst)
  return (
    <p className={styles.age} data-state={state} data-part={inPart}>
      {said}
    </p>
  )
}

/** If all feeds are well, their age is what matters; if one is not, its name. */
function ageWords({ name, freshness }: FeedAge): string {
  const { state, age, inPart } = freshness
  // Shown elsewhere: that nothing is connected.
  return (state === 'fresh' && !inPart) || state === 'not-connected'
    ? t(text.dataAge, { span: spanText(age ?? 0) })
    : t(text.feed, { feed: name, freshness: freshnessText(freshness) })
}

/**
 * [CW4] Changes its shape with each reading of the engine's clock, so that a frozen picture does not look like a quiet
 * hour.
 */
function Heartbeat({ live }: { readonly live: boolean }) {
  const { now } = useCockpit()
  const beats = useStore(now, state => state.beats)
  const silence = useStore(now, state => state.silence)
  return (
    <p className={styles.heart} data-live={live} role="status" aria-live={live ? 'off' : 'assertive'}>
      <svg className={styles.beat} viewBox="0 0 16 16" aria-hidden="true" data-beat={beats % 2}>
        <circle cx="8" cy="8" r="6" />
      </svg>
      {live ? text.connected : t(text.notConnected, { span: spanText(silence) })}
    </p>
  )
}
