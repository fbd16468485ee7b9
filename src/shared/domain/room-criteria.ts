import { HOUR, type Millis } from '../lib/time'
import type { Incident } from './incident'
import { openedChannel } from './opened-channel'

/** [WR4] When an incident gets a war room: any of these holds. */
export const roomCriteria = ['sev1', 'long', 'teams', 'fields'] as const
export type RoomCriterion = (typeof roomCriteria)[number]

export interface RoomCriterionNow {
  readonly criterion: RoomCriterion
  /** What the record shows. A false one may be true all the same: how long it will take, nobody has recorded. */
  readonly holds: boolean
}

/** After this a SEV-2 is a long one, whatever was expected of it. */
const LONG: Millis = HOUR

/** What of it is true from the record. */
export function criteriaNow(incident: Incident, now: Millis): readonly RoomCriterionNow[] {
  const { severity, declaredAt, started, crew, services, pages } = incident
  const age = now - Math.min(declaredAt, started?.at ?? declaredAt)
  const affected = new Set([...(services ?? []), ...pages.flatMap(({ service }) => service ?? [])])
  const holds: Readonly<Record<RoomCriterion, boolean>> = {
    sev1: severity === 'SEV-1',
    long: severity === 'SEV-2' && age > LONG,
    teams: crew.teams.length >= 2,
    fields: affected.size >= 2,
  }
  return roomCriteria.map(criterion => ({ criterion, holds: holds[criterion] }))
}

/** [WR4] Whether a room is offered by itself: a criterion holds, none was asked for, and nobody said that none is needed. */
export function offersRoom(incident: Incident, now: Millis): boolean {
  if (incident.status === 'resolved' || incident.roomDeclined || asksForRoom(incident)) return false
  return criteriaNow(incident, now).some(({ holds }) => holds)
}

/** A channel is open, or on its way. */
function asksForRoom(incident: Incident): boolean {
  if (openedChannel(incident) !== undefined) return true
  return incident.acts.some(({ what }) => what.kind === 'chat-open')
}

/** [WR6] Whether its end is offered: resolved, with a channel that is still open and that nobody wanted to keep. */
export function offersRoomEnd(incident: Incident): boolean {
  return incident.status === 'resolved' && !incident.roomDeclined && openedChannel(incident) !== undefined
}
