import { lastToldAt } from '../../../shared/domain/audience-due'
import { knownAudience } from '../../../shared/domain/known-audience'
import { audiencePutOff } from '../../../shared/events/audience-put-off'
import { audienceResumed } from '../../../shared/events/audience-resumed'
import { audienceTold } from '../../../shared/events/audience-told'
import { MINUTE } from '../../../shared/lib/time'
import { type CommandDecisions, changedSince, decided, onIncident, refused } from '../record/decision'

type Names = 'comms:put-off' | 'comms:wake' | 'comms:told-by-hand'

/** [AU6] [AU7] What people decide and do about audiences without writing to them. */
export const audienceCommands: CommandDecisions<Names> = {
  'comms:put-off': onIncident<'comms:put-off'>(({ audience: typed, minutes, reason, was }, { record, now, by }) => {
    const { incident } = record
    if (incident.status === 'resolved') return refused('audience-resolved')
    const audience = knownAudience(incident, typed)
    const changed = changedSince(was, incident.putOffs[audience]?.event ?? null)
    if (changed !== undefined) return changed
    const until = minutes === null ? null : now + minutes * MINUTE
    return decided(audiencePutOff.draft({ audience, until, reason, was }, now, by))
  }),

  'comms:wake': onIncident<'comms:wake'>(({ audience: typed, was }, { record, now, by }) => {
    const audience = knownAudience(record.incident, typed)
    const putOff = record.incident.putOffs[audience]
    if (putOff === undefined) return refused('audience-not-put-off')
    const changed = changedSince(was, putOff.event)
    if (changed !== undefined) return changed
    return decided(audienceResumed.draft({ audience, was }, now, by))
  }),

  'comms:told-by-hand': onIncident<'comms:told-by-hand'>((input, { record, now, by }) => {
    const { how, what, at, promise } = input
    const { incident } = record
    const audience = knownAudience(incident, input.audience)
    if (audience === 'customers') return refused('audience-customers-by-hand')
    if (at > now) return refused('audience-told-later')
    if (promise !== null && promise <= at) return refused('audience-promise-past')
    const last = lastToldAt(incident, audience)
    // What was told before the last changes no promise: the last one holds.
    const promised = last !== null && at < last ? undefined : promise
    return decided(audienceTold.draft({ audience, how, what, promise: promised }, at, by))
  }),
}
