import { type Millis, roughSpan } from '../lib/time'
import type { HeldCheckpoint } from './checkpoint'
import { gapName, gapsOf } from './crew-warnings'
import type { Incident } from './incident'
import { isRole, type Role } from './people'
import { firstUpdateWithin } from './severity'
import type { Status } from './status'
import { channelKey, type Update } from './update'

/** Something that the next commander would have to ask for. `name` says what is missing, `advice` what to do about it. */
export interface HandoffGap {
  readonly name: string
  readonly advice: string
}

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

const roleAdvice: Readonly<Record<Role, string>> = {
  ic: 'Say aloud who commands now and assign the role.',
  tech: 'Name the one person who leads the repair.',
  comms: 'Name the one person who writes to customers.',
  scribe: 'Name the one person who keeps the timeline.',
}

/** [RO3] Only what this severity needs. */
function emptyRoles(incident: Incident): readonly HandoffGap[] {
  return gapsOf(incident).map(seat => ({
    name: gapName(seat),
    advice: isRole(seat.key) ? roleAdvice[seat.key] : 'Name who holds it, or drop the role.',
  }))
}

function impactGaps(incident: Incident): readonly HandoffGap[] {
  if (incident.impact !== '') return []
  return [{ name: 'No impact stated', advice: 'Say in one sentence what customers cannot do.' }]
}

function checkpointGaps(incident: Incident, now: Millis): readonly HandoffGap[] {
  const last = incident.checkpointsHeld.at(-1)
  const held =
    last === undefined
      ? [{ name: 'No checkpoint held', advice: 'Hold one now: what is tried and how to go back is not on record.' }]
      : unansweredAtCheckpoint(last)
  return [...held, ...nextCheckpointGaps(incident, now)]
}

function unansweredAtCheckpoint(last: HeldCheckpoint): readonly HandoffGap[] {
  const { trying, rollbackPlan, stillImpacted } = last.answers
  return [
    ...gapIfEmpty(trying, 'Nothing said to be tried', 'Ask the tech lead what is being tried right now.'),
    ...gapIfEmpty(rollbackPlan, 'No rollback plan', 'Agree how to undo what is being tried before going on.'),
    ...gapIfEmpty(stillImpacted, 'Not said whether customers are still hit', 'Look at the metrics and say yes or no.'),
  ]
}

function gapIfEmpty(answer: string, name: string, advice: string): readonly HandoffGap[] {
  return answer === '' ? [{ name, advice }] : []
}

function nextCheckpointGaps(incident: Incident, now: Millis): readonly HandoffGap[] {
  const next = incident.checkpoint
  if (next.state === 'off')
    return [{ name: 'No next checkpoint', advice: 'Hold a checkpoint, which sets the next one.' }]
  if (next.dueAt > now) return []
  return [{ name: `Checkpoint overdue by ${roughSpan(now - next.dueAt)}`, advice: 'Hold it before handing over.' }]
}

function updateGaps(incident: Incident, now: Millis): readonly HandoffGap[] {
  const dueAt = incident.nextUpdateDueAt
  if (dueAt !== null && dueAt <= now) {
    return [
      {
        name: `Customer update overdue by ${roughSpan(now - dueAt)}`,
        advice: 'Publish what is known, even if little.',
      },
    ]
  }
  // [UP1] customers are not told of every severity: nothing is missing then
  if (firstUpdateWithin[incident.severity] === null) return []
  const promise =
    dueAt === null
      ? [{ name: 'No next customer update promised', advice: 'Publish an update that says when the next comes.' }]
      : []
  return [...untoldGaps(incident), ...promise]
}

function untoldGaps(incident: Incident): readonly HandoffGap[] {
  if (incident.updates.some(update => update.delivery.state === 'published')) return []
  return [{ name: 'Customers were told nothing yet', advice: 'Publish a first update that says what is known.' }]
}

/** What a person gave up is settled, though nobody knows how it ended. */
function isUnsettled({ delivery }: Update): boolean {
  return delivery.state !== 'failed' || !delivery.inDoubt
}

/** An update that may be out and may not: the next commander must not say the same twice. */
function unsettledUpdates(incident: Incident): readonly HandoffGap[] {
  const states = incident.updates.filter(isUnsettled).map(update => update.delivery.state)
  return [
    ...(states.includes('unknown')
      ? [{ name: 'Not known whether an update is out', advice: 'Look at the channel itself, then settle it in Comms.' }]
      : []),
    ...(states.includes('publishing')
      ? [{ name: 'An update is on its way out', advice: 'Wait for its outcome before writing another.' }]
      : []),
    ...(states.includes('failed')
      ? [{ name: 'An update was not published', advice: 'Publish it again or discard it.' }]
      : []),
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
  if ([...lastSaid.values()].every(said => said.status === 'resolved')) return []
  return [{ name: 'Customers were not told that it is over', advice: 'Publish the resolution.' }]
}
