import { nextCheckpointId } from '../../../shared/domain/checkpoint'
import { checkpointSpan } from '../../../shared/domain/method/method-rules'
import { checkpointArmed } from '../../../shared/events/checkpoint-armed'
import { checkpointHeld } from '../../../shared/events/checkpoint-held'
import { type CommandDecisions, decided, onIncident, refused } from '../record/decision'

export const checkpointCommands: CommandDecisions<'checkpoint:hold'> = {
  'checkpoint:hold': onIncident<'checkpoint:hold'>(({ checkpoint, answers, verdict }, { record, now, by, cadence }) => {
    const current = record.incident.checkpoint
    if (current.state === 'off') return refused('no-checkpoint')
    if (current.id !== checkpoint) return refused('checkpoint-held')
    const { severity, declaredAt } = record.incident
    const held = checkpointHeld.draft({ checkpoint, answers, verdict }, now, by)
    const every = checkpointSpan(record.incident, severity, now - declaredAt, cadence())
    if (every === null) return decided(held)
    const next = { checkpoint: nextCheckpointId(checkpoint), dueAt: now + every }
    return decided(held, checkpointArmed.draft(next, now, { kind: 'engine' }))
  }),
}
