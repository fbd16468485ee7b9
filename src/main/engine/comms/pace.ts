import { paceOffer } from '../../../shared/domain/pace-offer'
import { paceAnswer } from '../../../shared/domain/update-pace'
import { updatePaceChosen } from '../../../shared/events/update-pace-chosen'
import { type CommandDecisions, changedSince, decided, onIncident, refused } from '../record/decision'

/** [UP12] What was promised stays: the next update that is published promises by it. */
export const paceCommands: CommandDecisions<'comms:choose-pace'> = {
  'comms:choose-pace': onIncident<'comms:choose-pace'>(({ pace, severity, was }, { record, now, by }) => {
    const { incident } = record
    const known = paceAnswer(incident, incident.severity)?.pace ?? null
    const changed = changedSince(severity, incident.severity) ?? changedSince(was, known)
    if (changed !== undefined) return changed
    const offer = paceOffer(incident, now)
    if (offer.state !== 'asked' && offer.state !== 'answered') return refused('pace-not-asked')
    if (offer.state === 'answered' && known === pace) return refused('pace-same')
    const { usual, slower } = offer
    return decided(updatePaceChosen.draft({ pace, severity, usual, slower, was: known }, now, by))
  }),
}
