import type { Millis } from '../lib/time'
import type { HeldCheckpoint } from './checkpoint'
import type { Seat } from './crew'
import { gapsOf } from './crew-warnings'
import type { Incident } from './incident'
import { firstUpdateWithin } from './severity'
import type { Status } from './status'
import { channelKey, type Update } from './update'

/** Something that the next commander would have to ask for. */
export type HandoffGap =
  | { readonly kind: 'empty-role'; readonly seat: Seat }
  | { readonly kind: 'checkpoint-overdue' | 'update-overdue'; readonly by: Millis }
  | { readonly kind: PlainGap }

export type PlainGap =
  | 'no-impact'
  | 'no-checkpoint'
  | 'nothing-tried'
  | 'no-rollback'
  | 'impact-unanswered'
  | 'no-next-checkpoint'
  | 'nothing-told'
  | 'no-promise'
  | 'update-unknown'
  | 'update-underway'
  | 'update-held-back'
  | 'update-failed'
  | 'no-farewell'

/**
 * [HG1] What a handoff of this incident lacks at `now`, the gravest first. Empty means that nothing is missing, so
 * that a document can say "none" because it was looked for.
 */
export function handoffGaps(incident: Incident, now: Millis): readonly HandoffGap[] {
  const running = incident.resolvedAt === null
  return [
    ...unsettledUpdates(incident),
    ...(running ? [...emptyRoles(incident), ...impactGaps(incident)] : impactGaps(incident)),
    ...(running ? [...checkpointGaps(incident, now), ...updateGaps(incident, now)] : farewellGaps(incident)),
  ]
}

/** [RO3] Only what this severity needs. */
function emptyRoles(incident: Incident): readonly HandoffGap[] {
  return gapsOf(incident).map(seat => ({ kind: 'empty-role', seat }))
}

function gapIf(missing: boolean, kind: PlainGap): readonly HandoffGap[] {
  return missing ? [{ kind }] : []
}

function impactGaps(incident: Incident): readonly HandoffGap[] {
  return gapIf(incident.impact === '', 'no-impact')
}

function checkpointGaps(incident: Incident, now: Millis): readonly HandoffGap[] {
  const last = incident.checkpointsHeld.at(-1)
  const held = last === undefined ? gapIf(true, 'no-checkpoint') : unansweredAtCheckpoint(last)
  return [...held, ...nextCheckpointGaps(incident, now)]
}

function unansweredAtCheckpoint({ answers }: HeldCheckpoint): readonly HandoffGap[] {
  const { trying, rollbackPlan, stillImpacted } = answers
  return [
    ...gapIf(trying === '', 'nothing-tried'),
    ...gapIf(rollbackPlan === '', 'no-rollback'),
    ...gapIf(stillImpacted === '', 'impact-unanswered'),
  ]
}

function nextCheckpointGaps({ checkpoint: next }: Incident, now: Millis): readonly HandoffGap[] {
  if (next.state === 'off') return [{ kind: 'no-next-checkpoint' }]
  return next.dueAt > now ? [] : [{ kind: 'checkpoint-overdue', by: now - next.dueAt }]
}

function updateGaps(incident: Incident, now: Millis): readonly HandoffGap[] {
  const dueAt = incident.nextUpdateDueAt
  if (dueAt !== null && dueAt <= now) return [{ kind: 'update-overdue', by: now - dueAt }]
  // [UP1] customers are not told of every severity: nothing is missing then
  if (firstUpdateWithin[incident.severity] === null) return []
  const told = incident.updates.some(update => update.delivery.state === 'published')
  return [...gapIf(!told, 'nothing-told'), ...gapIf(dueAt === null, 'no-promise')]
}

/** What a person gave up is settled, though nobody knows how it ended. */
function isUnsettled({ delivery }: Update): boolean {
  return delivery.state !== 'failed' || !delivery.inDoubt
}

/** An update that may be out and may not: the next commander must not say the same twice. */
function unsettledUpdates(incident: Incident): readonly HandoffGap[] {
  const states = incident.updates.filter(isUnsettled).map(update => update.delivery.state)
  return [
    ...gapIf(states.includes('unknown'), 'update-unknown'),
    ...gapIf(states.includes('publishing'), 'update-underway'),
    ...gapIf(states.includes('asking'), 'update-held-back'),
    ...gapIf(states.includes('failed'), 'update-failed'),
  ]
}

/** Of a resolved incident only one thing is still owed: whoever heard that it began hears that it is over. */
function farewellGaps(incident: Incident): readonly HandoffGap[] {
  const lastSaid = new Map<string, { readonly at: Millis; readonly status: Status }>()
  for (const { content, delivery } of incident.updates) {
    if (delivery.state !== 'published') continue
    const known = lastSaid.get(channelKey(content.channel))
    if (known === undefined || known.at <= delivery.at) {
      lastSaid.set(channelKey(content.channel), { at: delivery.at, status: content.status })
    }
  }
  const told = [...lastSaid.values()].every(said => said.status === 'resolved')
  return gapIf(!told, 'no-farewell')
}
