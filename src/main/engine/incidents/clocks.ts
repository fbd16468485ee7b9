import { type Cadence, cadenceSpan } from '../../../shared/domain/cadence'
import { newId } from '../../../shared/domain/ids'
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
  current: { readonly checkpointDueAt: Millis | null; readonly updateDueAt: Millis | null },
  now: Millis,
  by: Actor,
): readonly EventDraft[] {
  const within = cadenceSpan(cadence.firstUpdateMinutes[to])
  const every = cadenceSpan(cadence.checkpointMinutes[to])
  const checkpointDueAt = Math.min(current.checkpointDueAt ?? Number.POSITIVE_INFINITY, now + every)
  const updateDueAt =
    within === null ? current.updateDueAt : Math.min(current.updateDueAt ?? Number.POSITIVE_INFINITY, now + within)
  const drafts: EventDraft[] = []
  if (checkpointDueAt !== current.checkpointDueAt) {
    drafts.push(checkpointArmed.draft({ checkpoint: newId(), dueAt: checkpointDueAt }, now, by))
  }
  if (updateDueAt !== current.updateDueAt) drafts.push(updatePromised.draft({ dueAt: updateDueAt }, now, by))
  return drafts
}
