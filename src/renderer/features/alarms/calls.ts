import type { IncidentSummary } from '../../../shared/contract/incidents'
import { type DeadlineKind, ladderOf, type RunningDeadline } from '../../../shared/domain/deadlines'
import type { LadderStep } from '../../../shared/domain/ladder'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import { type Sound, sounds } from '../../stores/alarm-store'

/** Something that is called out once. */
export interface Call {
  readonly about: DeadlineKind | 'elapsed'
  readonly sound: Sound
  readonly incident: IncidentSummary
  /** On the engine's clock. */
  readonly at: Millis
  /** How long the incident lasts, or the deadline is over, when it is called out. */
  readonly after: Millis
}

/** [SO2] How a step of a ladder sounds; null: it is only seen. */
const soundOf: Readonly<Record<LadderStep['does'], Sound | null>> = {
  warn: null,
  call: 'soft',
  'call-loudly': 'loud',
}

/** [SO5] Minutes into an incident that are called out, so that nobody loses the sense of time. */
const elapsedAt: readonly Millis[] = [10 * MINUTE, 20 * MINUTE, 30 * MINUTE]

/**
 * What is to be called out of the moments after `from`, up to and with `to`. A deadline that was answered or moved is no
 * longer in its incident, so nothing more is called of it. [SO3] Of a span that was slept through, the last of each counts.
 */
export function callsBetween(incidents: readonly IncidentSummary[], from: Millis, to: Millis): readonly Call[] {
  return incidents
    .filter(({ status }) => status !== 'resolved')
    .flatMap(incident => [
      ...(incident.deadlines ?? []).flatMap(deadline => lastOf(dueCalls(incident, deadline), from, to)),
      ...lastOf(elapsedCalls(incident), from, to),
    ])
}

/** [SO2] Whether what was called out still holds: nobody has answered or moved it. */
export function stillHolds({ about, incident, at, after }: Call, incidents: readonly IncidentSummary[]): boolean {
  const now = incidents.find(({ id }) => id === incident.id)
  if (now === undefined || now.status === 'resolved') return false
  const isDue = ({ kind, dueAt }: Due) => kind === about && dueAt === at - after
  return about === 'elapsed' || (now.deadlines ?? []).some(isDue)
}

/** [SO4] Of several that fall together the loudest comes last: it is the one that is heard, and that stays said. */
export function loudestLast(calls: readonly Call[]): readonly Call[] {
  return [...calls].sort((a, b) => sounds.indexOf(a.sound) - sounds.indexOf(b.sound))
}

type Due = Pick<RunningDeadline, 'kind' | 'dueAt'>

function dueCalls(incident: IncidentSummary, { kind, dueAt }: Due): readonly Call[] {
  return ladderOf(kind).flatMap(({ after, does }) => {
    const sound = soundOf[does]
    return sound === null ? [] : [{ about: kind, sound, incident, at: dueAt + after, after }]
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
