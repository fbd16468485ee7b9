import { nextCheckpointId } from '../../../shared/domain/checkpoint'
import { checkpointSpan } from '../../../shared/domain/method/method-rules'
import { checkpointAdded } from '../../../shared/events/checkpoint-added'
import { checkpointArmed } from '../../../shared/events/checkpoint-armed'
import { checkpointHeld } from '../../../shared/events/checkpoint-held'
import { type CommandDecisions, decided, onIncident, refused } from '../record/decision'

export const checkpointCommands: CommandDecisions<'checkpoint:hold' | 'checkpoint:add'> = {
  'checkpoint:hold': onIncident<'checkpoint:hold'>(({ checkpoint, answers, verdict }, { record, now, by, cadence }) => {
    const { checkpoint: current, checkpointsHeld } = record.incident
    // [CP3] Also where it was the last one: whoever comes second hears that it was held.
    if (checkpointsHeld.some(({ id }) => id === checkpoint)) return refused('checkpoint-held')
    if (current.state === 'off') return refused('no-checkpoint')
    if (current.id !== checkpoint) return refused('checkpoint-held')
    const { severity, declaredAt } = record.incident
    const held = checkpointHeld.draft({ checkpoint, answers, verdict }, now, by)
    const every = checkpointSpan(record.incident, severity, now - declaredAt, cadence())
    if (every === null) return decided(held)
    const next = { checkpoint: nextCheckpointId(checkpoint), dueAt: now + every }
    return decided(held, checkpointArmed.draft(next, now, { kind: 'engine' }))
  }),

  // [CP10]
  'checkpoint:add': onIncident<'checkpoint:add'>(({ checkpoint, answers }, { record, now, by }) => {
    if (!record.incident.checkpointsHeld.some(({ id }) => id === checkpoint)) return refused('checkpoint-not-held')
    const said = answers.filter(({ text }) => text !== '')
    if (said.length === 0) return refused('nothing-to-add')
    return decided(checkpointAdded.draft({ checkpoint, answers: said }, now, by))
  }),
}
