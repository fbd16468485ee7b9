import type { Incident } from '../../../shared/domain/incident'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import { requestText } from '../../../shared/events/request-text'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useClockFace } from '../../ui/clock-face'
import styles from './wallboard.module.css'

/** What was decided and said last, the newest on top; above it, in a line's place, what went out wrong. Roles of the incident's own take a line too. */
export function KeyLines({ incident, timeline }: { readonly incident: Incident; readonly timeline: Timeline }) {
  const clock = useClockFace()
  const trouble = wallboardTrouble(incident)
  const most = 5 - (trouble === '' ? 0 : 1) - (incident.crew.customRoles.length === 0 ? 0 : 1)
  return (
    <div className={styles.record}>
      {trouble !== '' && <p className={styles.trouble}>{trouble}</p>}
      <ol aria-label={texts.wall.keyLines}>
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

/** The last lines that change what people do: decisions, status, what customers were told, and what is pinned. */
export function keyLines(timeline: Timeline, most: number): Timeline {
  return timeline.filter(isKey).slice(-most).reverse()
}

function isKey({ kind, pinned, retraction }: TimelineEntry): boolean {
  if (retraction !== null) return false
  return pinned || kind === 'decision' || kind === 'status' || kind === 'comms'
}

const text = texts.wall

const forms = {
  asking: [text.heldBack, text.heldBackAndMore],
  failed: [text.failed, text.failedAndMore],
  unknown: [text.unknown, text.unknownAndMore],
} as const

/** Everything that should have gone out and failed, or may have gone out, as one line; empty when all is well. */
export function wallboardTrouble({ updates, acts }: Pick<Incident, 'updates' | 'acts'>): string {
  const loose: readonly Loose[] = [
    ...updates.flatMap(({ delivery: { state }, content }) =>
      pick(state, t(text.updateTrouble, { channel: content.channel.label })),
    ),
    ...acts.flatMap(({ standing: { state }, what }) => pick(state, requestText(what))),
  ]
  // Unknown first: that one waits for a person.
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
