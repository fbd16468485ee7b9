import { type Cadence, cadenceSpan } from '../../../shared/domain/cadence'
import { type Checkpoint, nextCheckpointId } from '../../../shared/domain/checkpoint'
import { type CheckpointId, newId } from '../../../shared/domain/ids'
import type { IncidentClocks } from '../../../shared/domain/incident'
import type { Actor } from '../../../shared/domain/people'
import { FIRST_CHECKPOINT, type Severity } from '../../../shared/domain/severity'
import { checkpointArmed } from '../../../shared/events/checkpoint-armed'
import type { EventDraft } from '../../../shared/events/define'
import { updatePromised } from '../../../shared/events/update-promised'
import type { Millis } from '../../../shared/lib/time'

/** Deadlines that begin with an incident, or begin anew when it is reopened. See [CP1] and [UP1]. */
export function firstClocks(severity: Severity, cadence: Cadence, now: Millis, by: Actor): readonly EventDraft[] {
  const within = cadenceSpan(cadence.firstUpdateMinutes[severity])
  return [
    checkpointArmed.draft({ checkpoint: newId(), dueAt: now + FIRST_CHECKPOINT }, now, by),
    updatePromised.draft({ dueAt: within === null ? null : now + within }, now, by),
  ]
}

/** [SV2] A raised severity brings deadlines nearer, never further away. */
export function tightenedClocks(
  to: Severity,
  cadence: Cadence,
  current: IncidentClocks,
  now: Millis,
  by: Actor,
): readonly EventDraft[] {
  const within = cadenceSpan(cadence.firstUpdateMinutes[to])
  const every = cadenceSpan(cadence.checkpointMinutes[to])
  const { checkpoint, nextUpdateDueAt } = current
  const checkpointDueAt = Math.min(earliest(checkpoint), now + every)
  const updateDueAt =
    within === null ? nextUpdateDueAt : Math.min(nextUpdateDueAt ?? Number.POSITIVE_INFINITY, now + within)
  const drafts: EventDraft[] = []
  if (checkpointDueAt !== earliest(checkpoint)) {
    const next = checkpoint.state === 'waiting' ? nextCheckpointId(checkpoint.id) : newId<CheckpointId>()
    drafts.push(checkpointArmed.draft({ checkpoint: next, dueAt: checkpointDueAt }, now, by))
  }
  if (updateDueAt !== nextUpdateDueAt) drafts.push(updatePromised.draft({ dueAt: updateDueAt }, now, by))
  return drafts
}

function earliest(checkpoint: Checkpoint): Millis {
  return checkpoint.state === 'waiting' ? checkpoint.dueAt : Number.POSITIVE_INFINITY
}
