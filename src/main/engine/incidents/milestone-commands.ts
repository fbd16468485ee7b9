import type { Incident } from '../../../shared/domain/incident'
import { impossibleOrder, type MilestoneName } from '../../../shared/domain/milestone'
import type { Actor } from '../../../shared/domain/people'
import type { EventDraft } from '../../../shared/events/define'
import { detectionStated } from '../../../shared/events/detection-stated'
import { milestoneStated } from '../../../shared/events/milestone-stated'
import { startedAtConfirmed } from '../../../shared/events/started-at-confirmed'
import type { Millis } from '../../../shared/lib/time'
import { type CommandDecisions, changedSince, decided, onIncident, refused } from '../record/decision'

/** [MI3] [MI4] */
export const milestoneCommands: CommandDecisions<'incident:state-milestone'> = {
  'incident:state-milestone': onIncident<'incident:state-milestone'>((input, { record, now, by }) => {
    const { milestone, at, was } = input
    const { incident } = record
    const known = incident.timesKept[milestone]?.at ?? null
    const changed = changedSince(was, known)
    if (changed !== undefined) return changed
    if (at === known) return refused('milestone-same')
    if (at === null && (milestone === 'started' || milestone === 'detected')) return refused('milestone-stays')
    if (at !== null && at > now) return refused('time-to-come')
    const wrong = at === null ? undefined : impossibleOrder(incident, milestone, at)
    if (wrong !== undefined) return refused('milestone-order', wrong)
    if (milestone === 'started' && at !== null && incident.ended !== null && at >= incident.ended.at)
      return refused('began-after-end')
    return decided(statement(incident, { milestone, at, was: known }, now, by))
  }),
}

interface Stated {
  readonly milestone: MilestoneName
  readonly at: Millis | null
  readonly was: Millis | null
}

/** When it started and when it was detected have events of their own: each is one fact, wherever it is stated. */
function statement({ detected }: Incident, stated: Stated, now: Millis, by: Actor): EventDraft {
  const { milestone, at } = stated
  if (milestone === 'started' && at !== null)
    return startedAtConfirmed.draft({ at, source: { kind: 'person', name: '' } }, now, by)
  if (milestone === 'detected' && at !== null && detected !== null)
    return detectionStated.draft({ detection: { ...detected, at } }, now, by)
  return milestoneStated.draft(stated, now, by)
}
