import { useLayoutEffect, useRef } from 'react'
import { openConflicts } from '../../../shared/domain/claims'
import type { Incident } from '../../../shared/domain/incident'
import { actorName } from '../../../shared/domain/people'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import { isToPost } from '../../../shared/domain/update'
import { conflictName } from '../../../shared/events/conflict-settled'
import { requestText } from '../../../shared/events/request-text'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useClockFace } from '../../ui/clock-face'
import styles from './wallboard.module.css'

interface KeyLinesProps {
  readonly incident: Incident
  readonly timeline: Timeline
  readonly now: Millis
}

/**
 * The latest decisions and updates, the newest on top; above them, instead of a line, what failed to go out. The
 * incident's own roles take a line too, and the clocks above take their room first.
 */
export function KeyLines({ incident, timeline, now }: KeyLinesProps) {
  const clock = useClockFace()
  const list = useRef<HTMLOListElement>(null)
  useLayoutEffect(() => hideCutLines(list.current))
  const troubles = [machinesDisagree(incident, now), wallboardTrouble(incident)].filter(said => said !== '')
  const most = 5 - troubles.length - (incident.crew.customRoles.length === 0 ? 0 : 1)
  return (
    <div className={styles.record}>
      {troubles.map(trouble => (
        <p key={trouble} className={styles.trouble} dir="auto">
          {trouble}
        </p>
      ))}
      <ol ref={list} aria-label={texts.wall.keyLines}>
        {keyLines(timeline, most).map(line => (
          <li key={line.id} className={styles.line}>
            <time className={styles.at}>{clock.short(line.occurredAt)}</time>
            <span className={styles.text} dir="auto" data-kind={line.kind}>
              {line.text}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** A line that does not fit is hidden: half a line only distracts. */
function hideCutLines(list: HTMLOListElement | null): void {
  const board = list?.closest('section')
  if (!list || !board) return
  const lines = [...list.querySelectorAll('li')]
  for (const line of lines) line.hidden = false
  // Letters reach a little below their line.
  const room = board.clientHeight * 1.01
  for (const line of lines.toReversed()) if (board.scrollHeight > room) line.hidden = true
}

/** The last lines that change what people do: decisions, status, customer updates, and pinned lines. */
export function keyLines(timeline: Timeline, most: number): Timeline {
  return timeline.filter(isKey).slice(-most).reverse()
}

function isKey({ kind, pinned, retraction }: TimelineEntry): boolean {
  if (retraction !== null) return false
  return pinned || kind === 'decision' || kind === 'status' || kind === 'comms'
}

const text = texts.wall

/** How long a rejected fact is shown: its author has to learn of it. */
const TOLD: Millis = 15 * MINUTE

/**
 * [DN12] What machines set differently without knowing of each other, or else what was void because of it; empty:
 * nothing.
 */
export function machinesDisagree(incident: Incident, now: Millis): string {
  const about = openConflicts(incident).map(conflict => conflictName(conflict.about))
  if (about.length > 0) return t(text.conflict, { what: [...new Set(about)].join(', ') })
  const last = incident.unfolded.findLast(({ because, at }) => because.as === 'void' && now - at < TOLD)
  if (last?.because.as !== 'void') return ''
  return t(text.void, { who: actorName(last.by), reason: texts.lines.voidReasons[last.because.reason] })
}

const forms = {
  asking: [text.heldBack, text.heldBackAndMore],
  failed: [text.failed, text.failedAndMore],
  unknown: [text.unknown, text.unknownAndMore],
} as const

/** Everything that failed to go out, or may have gone out, as one line; empty when all is well. */
export function wallboardTrouble({ updates, acts }: Pick<Incident, 'updates' | 'acts'>): string {
  const loose: readonly Loose[] = [
    ...updates
      .filter(update => !isToPost(update))
      .flatMap(({ delivery: { state }, content }) =>
        pick(state, t(text.updateTrouble, { channel: content.channel.label })),
      ),
    ...acts.flatMap(({ standing: { state }, what }) => pick(state, requestText(what))),
  ]
  // Unknown first: it needs a person.
  const [first, ...rest] = [...loose].sort((a, b) => b.state.localeCompare(a.state))
  if (first === undefined) return ''
  const [alone, andMore] = forms[first.state]
  const { what } = first
  return rest.length === 0 ? t(alone, { what }) : tCount(andMore, rest.length, { what })
}

interface Loose {
  readonly state: 'asking' | 'failed' | 'unknown'
  readonly what: string
}

function pick(state: string, what: string): readonly Loose[] {
  return state === 'failed' || state === 'unknown' || state === 'asking' ? [{ state, what }] : []
}
