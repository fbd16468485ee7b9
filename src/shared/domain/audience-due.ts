import { MINUTE, type Millis } from '../lib/time'
import type { Audience } from './audience'
import { audienceOfRow, rhythmOf, rowOf } from './audience-matrix'
import type { Incident } from './incident'
import { publishedTo } from './update'

/** Why an audience is due at an instant. */
export type DueBecause = 'promised' | 'usual' | 'follows' | 'changed' | 'first'

export interface AudienceDue {
  readonly dueAt: Millis
  readonly because: DueBecause
}

type Told = Pick<Incident, 'updates' | 'toldByHand'>

/** When an audience was told last, in a channel or by a person; null: never. */
export function lastToldAt({ updates, toldByHand }: Told, audience: Audience): Millis | null {
  const times = [
    ...publishedTo(audience, updates).map(({ delivery }) => delivery.at),
    ...toldByHand.filter(one => one.audience === audience).map(({ at }) => at),
  ]
  return times.length === 0 ? null : Math.max(...times)
}

/**
 * [AU2] [AU3] [AU4] When an audience other than customers is due to hear, whatever it is put off to: the first notice, or what
 * it was promised, its own pace, the customer update it follows or the change that it is told of. Null: nothing says when.
 */
export function audienceDue(incident: Incident, audience: Audience): AudienceDue | null {
  const last = lastToldAt(incident, audience)
  const first = incident.firstNoticeTo[audience]
  const promised = incident.promisedTo[audience]
  const known: readonly (AudienceDue | null)[] = [
    first === undefined || last !== null ? null : { dueAt: first, because: 'first' },
    promised === undefined ? null : { dueAt: promised, because: isPromised(incident, audience) ? 'promised' : 'usual' },
    followed(incident, audience, last),
  ]
  return known.reduce((soonest, one) => (soonest === null || (one && one.dueAt < soonest.dueAt) ? one : soonest), null)
}

function isPromised({ promisedTo, updates, toldByHand }: Incident, audience: Audience): boolean {
  const at = promisedTo[audience]
  return (
    publishedTo(audience, updates).some(({ content }) => content.nextUpdateAt === at) ||
    toldByHand.some(one => one.audience === audience && one.promise === at)
  )
}

/** [AU4] The first thing since it was told that it is to hear of, with the time that the method leaves for it. */
function followed(incident: Incident, audience: Audience, last: Millis | null): AudienceDue | null {
  const matrix = incident.method?.rules.audiences
  const row = rowOf(matrix, audience)
  if (matrix === undefined || row === undefined) return null
  const rhythm = rhythmOf(row, incident.severity)
  const since = last ?? Number.NEGATIVE_INFINITY
  const after = (times: readonly Millis[]) => times.filter(at => at > since)
  const within = matrix.follow * MINUTE
  if (rhythm === 'with every customer update') {
    const [earliest] = after(publishedTo('customers', incident.updates).map(({ delivery }) => delivery.at)).sort(byTime)
    return earliest === undefined ? null : { dueAt: earliest + within, because: 'follows' }
  }
  if (rhythm !== 'when it changes') return null
  const [earliest] = after(incident.changes.map(({ at }) => at)).sort(byTime)
  // What changed before anybody was told is part of the first notice.
  return earliest === undefined || last === null ? null : { dueAt: earliest + within, because: 'changed' }
}

function byTime(one: Millis, other: Millis): number {
  return one - other
}

/** [AU1] All audiences of an incident: those of its method, in its order, then those that it told besides. */
export function audiencesOfIncident(incident: Incident): readonly Audience[] {
  const rows = incident.method?.rules.audiences?.audiences.map(audienceOfRow) ?? []
  const told = incident.updates.flatMap(({ audience, delivery }) =>
    delivery.state === 'discarded' || delivery.state === 'drafted' ? [] : [audience],
  )
  const promised = Object.keys(incident.promisedTo) as Audience[]
  const others = [...told, ...incident.toldByHand.map(({ audience }) => audience), ...promised]
  const first: readonly Audience[] = rows.length === 0 ? ['customers'] : rows
  return [...new Set([...first, ...others])]
}

/**
 * [AU6] When it is due with what a person put off; null: it is not. Of a put-off that is over only its end is left: it is due
 * since then.
 */
export function dueAfterPutOff(
  { putOffs }: Pick<Incident, 'putOffs'>,
  audience: Audience,
  dueAt: Millis,
): Millis | null {
  const putOff = putOffs[audience]
  if (putOff === undefined) return dueAt
  return putOff.until === null ? null : Math.max(dueAt, putOff.until)
}
