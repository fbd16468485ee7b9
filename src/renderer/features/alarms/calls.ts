import type { IncidentSummary } from '../../../shared/contract/incidents'
import { type DeadlineKind, ladderOf } from '../../../shared/domain/deadlines'
import type { LadderStep } from '../../../shared/domain/ladder'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { type Sound, sounds } from '../../stores/alarm-store'
import { spanText } from '../../ui/span-text'

/** A callout: announced once. */
export interface Call {
  readonly about: DeadlineKind | 'elapsed'
  readonly sound: Sound
  readonly incident: IncidentSummary
  /** On the engine's clock. */
  readonly at: Millis
  /** How long the incident has lasted, or the deadline is overdue, at that moment. */
  readonly after: Millis
  /** [SG9] Who has the task that is due. */
  readonly who?: string | undefined
}

/** [SO2] The sound of a ladder's step; null: shown only. */
const soundOf: Readonly<Record<LadderStep['does'], Sound | null>> = {
  warn: null,
  call: 'soft',
  'call-loudly': 'loud',
}

/** [SO5] Elapsed times that are announced, so that nobody loses track of time. */
const elapsedAt: readonly Millis[] = [10 * MINUTE, 20 * MINUTE, 30 * MINUTE]

/**
 * Callouts after `from`, up to and including `to`. A deadline that was met or moved is gone from its incident and not
 * announced again. [SO3] After a sleep only the last callout of each deadline counts.
 */
export function callsBetween(incidents: readonly IncidentSummary[], from: Millis, to: Millis): readonly Call[] {
  return incidents
    .filter(({ status }) => status !== 'resolved')
    .flatMap(incident => [
      ...(incident.deadlines ?? []).flatMap(deadline => lastOf(dueCalls(incident, deadline), from, to)),
      ...lastOf(elapsedCalls(incident), from, to),
    ])
}

const text = texts.alarms

/** The text of a callout, without its incident. */
export function calloutText({ about, after, who }: Call, me?: string): string {
  const span = spanText(after)
  if (about === 'elapsed') return t(text.elapsed, { span })
  const what = after === 0 ? text.due[about] : t(text.overdue[about], { span })
  if (who === undefined) return what
  return who === me ? t(text.mine, { what }) : t(text.ask, { what, who })
}

/** [SO2] Whether a callout still holds: its deadline was neither met nor moved. */
export function stillHolds({ about, incident, at, after }: Call, incidents: readonly IncidentSummary[]): boolean {
  const now = incidents.find(({ id }) => id === incident.id)
  if (now === undefined || now.status === 'resolved') return false
  const isDue = ({ kind, dueAt }: Due) => kind === about && dueAt === at - after
  return about === 'elapsed' || (now.deadlines ?? []).some(isDue)
}

/** [SO4] Of simultaneous callouts the loudest comes last: it is the one heard, and it stays on screen. */
export function loudestLast(calls: readonly Call[]): readonly Call[] {
  return [...calls].sort((a, b) => sounds.indexOf(a.sound) - sounds.indexOf(b.sound))
}

type Due = NonNullable<IncidentSummary['deadlines']>[number]

function dueCalls(incident: IncidentSummary, { kind, dueAt, who }: Due): readonly Call[] {
  return ladderOf(incident.severity, kind).flatMap(({ after, does }) => {
    const sound = soundOf[does]
    return sound === null ? [] : [{ about: kind, sound, incident, at: dueAt + after, after, who }]
  })
}

function elapsedCalls(incident: IncidentSummary): readonly Call[] {
  return elapsedAt.map(after => ({
    about: 'elapsed',
    sound: 'elapsed',
    incident,
    at: incident.declaredAt + after,
    after,
  }))
}

function lastOf(calls: readonly Call[], from: Millis, to: Millis): readonly Call[] {
  return calls.filter(({ at }) => at > from && at <= to).slice(-1)
}
