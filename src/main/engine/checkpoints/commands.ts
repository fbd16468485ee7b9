import { LEAST_AFTER_PAUSE, nextCheckpointId, pausedUntil } from '../../../shared/domain/checkpoint'
import { checkpointSpan } from '../../../shared/domain/method/method-rules'
import { checkpointAdded } from '../../../shared/events/checkpoint-added'
import { checkpointArmed } from '../../../shared/events/checkpoint-armed'
import { checkpointHeld } from '../../../shared/events/checkpoint-held'
import { checkpointPostponed } from '../../../shared/events/checkpoint-postponed'
import { checkpointResumed } from '../../../shared/events/checkpoint-resumed'
import { MINUTE } from '../../../shared/lib/time'
import { type CommandDecisions, changedSince, decided, onIncident, refused } from '../record/decision'

type Names = 'checkpoint:hold' | 'checkpoint:add' | 'checkpoint:postpone' | 'checkpoint:resume'

export const checkpointCommands: CommandDecisions<Names> = {
  'checkpoint:hold': onIncident<'checkpoint:hold'>(({ checkpoint, answers, verdict }, { record, now, by, cadence }) => {
    const { checkpoint: current, checkpointsHeld } = record.incident
    // [CP3] Also if it was the last one: the second person learns that it was held.
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

  // [CP12]
  'checkpoint:postpone': onIncident<'checkpoint:postpone'>((input, { record, now, by }) => {
    const { checkpoint, was, pause, minutes, reason } = input
    const current = record.incident.checkpoint
    if (current.state === 'off') return refused('no-checkpoint')
    if (current.id !== checkpoint) return refused('checkpoint-held')
    const conflict = changedSince(was, current.dueAt)
    if (conflict !== undefined) return conflict
    const until = pause ? now + minutes * MINUTE : null
    const left = Math.max(current.dueAt - (pausedUntil(current, now) ?? now), LEAST_AFTER_PAUSE)
    const dueAt = until === null ? Math.max(current.dueAt, now) + minutes * MINUTE : until + left
    return decided(checkpointPostponed.draft({ checkpoint, was, dueAt, pausedUntil: until, reason }, now, by))
  }),

  'checkpoint:resume': onIncident<'checkpoint:resume'>(({ checkpoint }, { record, now, by }) => {
    const current = record.incident.checkpoint
    if (current.state === 'off') return refused('no-checkpoint')
    const until = pausedUntil(current, now)
    if (current.id !== checkpoint || until === null) return refused('checkpoint-not-paused')
    return decided(checkpointResumed.draft({ checkpoint, dueAt: now + current.dueAt - until }, now, by))
  }),
}
