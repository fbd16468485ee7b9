import { unreadAlerts } from '../../../shared/contract/feeds'
import type { Millis } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useSession } from '../../stores/cockpit'
import { freshnessText } from '../../ui/freshness-badge'
import { spanText } from '../../ui/span-text'
import type { Pulse } from './pulse'
import styles from './top-strip.module.css'
import { WallboardTimes } from './wallboard-times'
import { type FeedAge, feedsByAge } from './worst-feed'

const text = texts.wall

interface TopStripProps {
  readonly pulse: Pulse
  readonly note: string
  /** False where the time stands large on the wall itself. */
  readonly timed: boolean
  readonly now: Millis
}

/** Whether this is a drill, whether the engine is heard, how old the data is, and what time it is. */
export function TopStrip({ pulse, note, timed, now }: TopStripProps) {
  const world = useSession(session => session.world)
  return (
    <header className={styles.strip} data-drill={world.kind === 'drill'}>
      {world.kind === 'drill' && (
        <p className={styles.drill}>
          <strong>{text.drill}</strong> {!timed && <span className={styles.cut}>{world.title}</span>}
        </p>
      )}
      <Heartbeat pulse={pulse} />
      <DataAge now={now} />
      {note !== '' && <p className={styles.note}>{note}</p>}
      {timed && <WallboardTimes now={now} />}
    </header>
  )
}

function DataAge({ now }: { readonly now: Millis }) {
  const feeds = useBoard(board => board.feeds)
  const worst = feedsByAge(feeds, now)[0]
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

/** Where all is well it is the age that tells; where one is not, which one. */
function ageWords({ name, freshness }: FeedAge): string {
  const { state, age, inPart } = freshness
  return state === 'fresh' && !inPart
    ? t(text.dataAge, { span: spanText(age ?? 0) })
    : t(text.feed, { feed: name, freshness: freshnessText(freshness) })
}

/** Changes its shape with everything that is heard, so that a frozen picture is told from a quiet hour. */
function Heartbeat({ pulse: { live, beats, quiet } }: { readonly pulse: Pulse }) {
  return (
    <p className={styles.heart} data-live={live} role="status" aria-live={live ? 'off' : 'assertive'}>
      <svg className={styles.beat} viewBox="0 0 16 16" aria-hidden="true" data-beat={beats % 2}>
        <circle cx="8" cy="8" r="6" />
      </svg>
      {live ? text.connected : t(text.notConnected, { span: spanText(quiet) })}
    </p>
  )
}
