import { cadenceSpan } from '../../../shared/domain/cadence'
import { nextCheckpointId } from '../../../shared/domain/checkpoint'
import { checkpointArmed } from '../../../shared/events/checkpoint-armed'
import { checkpointHeld } from '../../../shared/events/checkpoint-held'
import { type CommandDecisions, decided, onIncident, refused } from '../record/decision'

export const checkpointCommands: CommandDecisions<'checkpoint:hold'> = {
  'checkpoint:hold': onIncident<'checkpoint:hold'>(({ checkpoint, answers, verdict }, { record, now, by, cadence }) => {
    const current = record.incident.checkpoint
    if (current.state === 'off') return refused('no-checkpoint')
    if (current.id !== checkpoint) return refused('checkpoint-held')
    const every = cadenceSpan(cadence().checkpointMinutes[record.incident.severity])
    const next = { checkpoint: nextCheckpointId(checkpoint), dueAt: now + every }
    return decided(
      checkpointHeld.draft({ checkpoint, answers, verdict }, now, by),
      checkpointArmed.draft(next, now, { kind: 'engine' }),
    )
  }),
}
