import { useStore } from 'zustand'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { FeedStatus } from '../../../shared/contract/feeds'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit, useRecord } from '../../stores/cockpit'
import { type Judge, judgeAt } from '../../stores/judge'
import { useClockFace } from '../../ui/clock-face'
import { spanText } from '../../ui/span-text'
import { rowActionFor } from './alert-order'
import styles from './alerts-pane.module.css'
import { ActionStatus } from './pagerduty/action-status'

/**
 * [KN1] Whether the data of an alert's source is outdated: then it is drawn in grey.
 * @param connection null: whether every source is outdated
 */
function useOutdated(connection: ConnectionId | null): boolean {
  const { board, now } = useCockpit()
  // A cell is rendered again when this changes, not with each second or each reading.
  const byClock = useStore(now, at => isOutdated(board.getState().feeds, connection, judgeAt(at)))
  const byFeeds = useBoard(({ feeds }) => isOutdated(feeds, connection, judgeAt(now.getState())))
  return byClock && byFeeds
}

function isOutdated(feeds: readonly FeedStatus[], connection: ConnectionId | null, judge: Judge): boolean {
  const sources = feeds.filter(feed => isAlertFeed(feed) && (connection === null || feed.connection === connection))
  return sources.length > 0 && sources.every(feed => judge(feed).state !== 'fresh')
}

const text = texts.alerts

export const isAlertFeed = (feed: FeedStatus) => feed.what === 'alerts'

/** Octagon, triangle, circle: as in the severities, the shape alone is enough. */
const urgencyShapes: Readonly<Record<AlertRow['urgency'], string>> = {
  critical: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  high: 'M8 1l7.5 14H.5z',
  low: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
}

/** Of an alert, or of a group, which may have several sources. */
export interface SourceProps {
  readonly source: ConnectionId | null
}

export function UrgencyCell({ urgency, source }: Pick<AlertRow, 'urgency'> & SourceProps) {
  const outdated = useOutdated(source)
  return (
    <span className={styles.urgency} data-urgency={urgency} data-outdated={outdated || undefined}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={urgencyShapes[urgency]} />
      </svg>
      <span className={styles.urgencyWord}>{text.urgencies[urgency]}</span>
    </span>
  )
}

export function TitleCell({ row, gone }: { readonly row: ListedAlert; readonly gone: boolean }) {
  const linked = useRecord(record => rowActionFor(row, record.incident) === 'linked')
  return (
    <>
      <span className={styles.what}>
        {row.incidentNumber !== undefined && (
          <span className={styles.mark}>{t(text.number, { number: row.incidentNumber })}</span>
        )}
        <span className={styles.title} data-title title={row.title}>
          {row.title}
        </span>
        {row.returnsAt !== undefined && <Returns at={row.returnsAt} />}
        {linked === true && <span className={styles.linked}>{text.linked}</span>}
        {row.hiddenBy !== undefined && <span className={styles.mark}>{text.hiddenRow}</span>}
        {gone && <span className={styles.cleared}>{text.cleared}</span>}
      </span>
      {row.origin === 'page' && <ActionStatus row={row} />}
    </>
  )
}

export function ServiceCell({ row }: { readonly row: AlertRow }) {
  return (
    <span className={styles.service} title={row.service ?? undefined}>
      {row.service ?? ''}
    </span>
  )
}

export function StateCell({ state, hush, source }: Pick<AlertRow, 'state' | 'hush'> & SourceProps) {
  const outdated = useOutdated(source)
  return (
    <span className={styles.state} data-state={state} data-outdated={outdated || undefined} title={hush}>
      {text.states[state]}
    </span>
  )
}

/** [AL12] Null: its source does not say. */
export function SinceCell({ at }: { readonly at: Millis | null }) {
  return at === null ? <Unsaid /> : <Age at={at} />
}

/** Draws again only when the words change, not with every tick. */
function Age({ at }: { readonly at: Millis }) {
  const clock = useClockFace()
  const age = useStore(useCockpit().now, state => spanText(state.now - at))
  return (
    <time dateTime={new Date(at).toISOString()} title={clock.full(at)}>
      {age}
    </time>
  )
}

/** When a snooze ends, or an acknowledgement that ends by itself: PagerDuty does not say which. */
function Returns({ at }: { readonly at: Millis }) {
  const clock = useClockFace()
  return (
    <span className={styles.mark} title={t(text.returnsAbout, { time: clock.full(at) })}>
      {t(text.returns, { time: clock.short(at) })}
    </span>
  )
}

/** In this browser's time format, with the zone. */
export function BeganCell({ at }: { readonly at: Millis | null }) {
  const clock = useClockFace()
  return at === null ? <Unsaid /> : <time dateTime={new Date(at).toISOString()}>{clock.full(at)}</time>
}

function Unsaid() {
  return <span title={text.unknownStart}>{text.unknown}</span>
}

export function SourceCell({ row }: { readonly row: AlertRow }) {
  const name = useBoard(board => board.feeds.find(({ connection }) => connection === row.connection)?.name)
  return (
    <span className={styles.source} title={text.origins[row.origin]}>
      {name ?? row.connection}
    </span>
  )
}
