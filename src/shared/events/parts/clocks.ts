import type { Audience } from '../../domain/audience'
import { nextNoticeSpan, rowOf } from '../../domain/audience-matrix'
import type { Checkpoint } from '../../domain/checkpoint'
import type { CheckpointId } from '../../domain/ids'
import type { ChosenMethod, IncidentClocks, IncidentHead, Severities } from '../../domain/incident'
import { firstCheckpointSpan } from '../../domain/method/method-rules'
import { isRaised, type Severity } from '../../domain/severity'
import { derivedId } from '../../lib/derived-id'
import type { Millis } from '../../lib/time'
import { nextClaims } from '../next-claims'
import { definePart, type EventOf } from './define-part'
import { statusAfter } from './milestones'
import { severityAfter } from './severity'

/** Deadlines are timestamps in the log, so that a restart or a sleep cannot move them. A resolved incident has none. */
export const clocksPart = definePart('clocks', {
  initial: () => ({
    checkpoint: { state: 'off' },
    checkpointsHeld: [],
    nextUpdateDueAt: null,
    promisedTo: {},
    clockSets: [],
  }),
  on: {
    'checkpoint-armed': (clocks, { body: { checkpoint: id, dueAt } }, { milestones }) =>
      milestones.status === 'resolved' ? clocks : { ...clocks, checkpoint: armed(clocks.checkpoint, id, dueAt) },
    'checkpoint-held': (clocks, { at, by, body: { checkpoint: id, answers, verdict } }, { method, severity }) => ({
      ...clocks,
      ...(isLast(method, severity) && { checkpoint: checkpointAfterLast(clocks.checkpoint, id) }),
      checkpointsHeld: [...clocks.checkpointsHeld, { id, answers, verdict, heldAt: at, by, added: [] }],
    }),
    'checkpoint-postponed': (clocks, { by, body, stamp }) => {
      const { checkpoint: before } = clocks
      if (before.state === 'off' || before.id !== body.checkpoint) return clocks
      // [CP12] Of two that were put off at once the earlier time holds.
      if (before.dueAt !== body.was && before.dueAt <= body.dueAt) return clocks
      const postponed = { reason: body.reason, by, pausedUntil: body.pausedUntil, origin: stamp?.origin ?? null }
      return { ...clocks, checkpoint: { ...before, dueAt: body.dueAt, postponed } }
    },
    'checkpoint-resumed': (clocks, { body }) => {
      const { checkpoint: before } = clocks
      if (before.state === 'off' || before.id !== body.checkpoint || before.postponed === undefined) return clocks
      const dueAt = Math.min(before.dueAt, body.dueAt)
      return { ...clocks, checkpoint: { state: 'waiting', id: before.id, dueAt } }
    },
    'checkpoint-added': (clocks, { at, by, body: { checkpoint, answers } }) => {
      const place = clocks.checkpointsHeld.findLastIndex(({ id }) => id === checkpoint)
      const held = clocks.checkpointsHeld[place]
      if (held === undefined) return clocks
      const added = [...held.added, { answers, at, by }]
      return { ...clocks, checkpointsHeld: clocks.checkpointsHeld.with(place, { ...held, added }) }
    },
    'severity-changed': (clocks, event, before) => {
      const now = { method: before.method.method, severity: severityAfter(before, event) }
      const next = withCheckpoint(clocks, event, before, now)
      if (before.milestones.status === 'resolved' || !isRaised(before.severity.severity, now.severity)) return next
      return nearerToTold(next, event.at, before, now)
    },
    'method-adopted': (clocks, event, before) => {
      const now = { method: event.body, severity: before.severity.severity }
      const next = event.body.from === null ? clocks : withCheckpoint(clocks, event, before, now)
      return before.milestones.status === 'resolved' ? next : nearerToTold(next, event.at, before, now)
    },
    'clock-set': afterClockSet,
    'status-changed': afterStatus,
    'conflict-settled': (clocks, event, before) =>
      event.body.about === 'status' ? afterStatus(clocks, event, before) : clocks,
    'update-promised': promised,
    // [UP7] [UP9] What one audience reads fulfils no promise to another, and makes none.
    'update-published': (clocks, event, before) => {
      const { audience, promise } = event.body
      if (promise === undefined) return clocks
      return audience === 'customers' ? promised(clocks, event, before) : promisedTo(audience, clocks, event, before)
    },
    // [AU7]
    'audience-told': (clocks, event, before) => {
      const { audience, promise } = event.body
      return audience === 'customers' || promise === undefined ? clocks : promisedTo(audience, clocks, event, before)
    },
  },
})

/** [CW9] A pause lasts as long as it was to last: what the clock that it goes by skipped has not passed. */
function afterClockSet(clocks: IncidentClocks, { at, body: { by }, stamp }: EventOf<'clock-set'>): IncidentClocks {
  const clockSets = [...clocks.clockSets, { at, by }]
  const { checkpoint } = clocks
  const postponed = checkpoint.state === 'waiting' ? checkpoint.postponed : undefined
  const until = postponed?.pausedUntil ?? null
  // Another machine's clock was never the one by which it was paused.
  const isAnothers = stamp !== undefined && postponed?.origin !== null && postponed?.origin !== stamp.origin
  if (isAnothers) return { ...clocks, clockSets }
  if (checkpoint.state === 'off' || postponed === undefined || until === null || until <= at - by)
    return { ...clocks, clockSets }
  const later = { ...checkpoint, dueAt: checkpoint.dueAt + by, postponed: { ...postponed, pausedUntil: until + by } }
  return { ...clocks, clockSets, checkpoint: later }
}

/** [CF4] A resolved incident has no clock, and one that is open again has a checkpoint before anybody sets one. */
function afterStatus(
  clocks: IncidentClocks,
  event: EventOf<'status-changed'> | EventOf<'conflict-settled'>,
  head: IncidentHead,
): IncidentClocks {
  const { concurrency, milestones, method, severity } = head
  const status = statusAfter(concurrency, event, milestones.status)
  if (status === 'resolved') return { ...clocks, checkpoint: { state: 'off' }, nextUpdateDueAt: null, promisedTo: {} }
  if (milestones.status !== 'resolved') return clocks
  const told = nearerToTold(clocks, event.at, head, { ...method, ...severity })
  const within = firstCheckpointSpan(method, severity.severity)
  if (within === null) return { ...told, checkpoint: { state: 'off' } }
  const id = derivedId<CheckpointId>(event.id, 'checkpoint')
  return { ...told, checkpoint: { state: 'waiting', id, dueAt: event.at + within } }
}

/** [CF4] Where a severity or a method that needs checkpoints takes the place of one that needs none, there is one. */
function withCheckpoint(
  clocks: IncidentClocks,
  event: EventOf<'severity-changed'> | EventOf<'method-adopted'>,
  { milestones }: IncidentHead,
  now: ChosenMethod & Pick<Severities, 'severity'>,
): IncidentClocks {
  if (clocks.checkpoint.state !== 'off' || milestones.status === 'resolved' || now.method === null) return clocks
  const within = firstCheckpointSpan(now, now.severity)
  if (within === null) return clocks
  const id = derivedId<CheckpointId>(event.id, 'checkpoint')
  return { ...clocks, checkpoint: { state: 'waiting', id, dueAt: event.at + within } }
}

/** [CP2] Whether the method asks for no other checkpoint at this severity. */
function isLast({ method }: ChosenMethod, { severity }: Severities): boolean {
  return method !== null && method.rules.levels[severity].checkpoint === null
}

function checkpointAfterLast(before: Checkpoint, held: CheckpointId): Checkpoint {
  return before.state === 'waiting' && before.id === held ? { state: 'off' } : before
}

/** [CF1] Of several promises that were made at once the earliest holds, of a person's before the engine's and vendors'. */
function promised(
  clocks: IncidentClocks,
  event: EventOf<'update-promised'> | EventOf<'update-published'>,
  { concurrency, milestones }: IncidentHead,
): IncidentClocks {
  if (milestones.status === 'resolved') return { ...clocks, nextUpdateDueAt: null }
  const claims = nextClaims(concurrency, event).promised
  const persons = claims.filter(({ by }) => by.kind === 'person')
  const times = (persons.length === 0 ? claims : persons).flatMap(({ value }) => value ?? [])
  return { ...clocks, nextUpdateDueAt: times.length === 0 ? null : Math.min(...times) }
}

/** [CF1] [UP9] Of several promises to one audience that were made at once the earliest holds. */
function promisedTo(
  audience: Exclude<Audience, 'customers'>,
  clocks: IncidentClocks,
  event: EventOf<'update-published'> | EventOf<'audience-told'>,
  { concurrency, milestones, method, severity }: IncidentHead,
): IncidentClocks {
  if (milestones.status === 'resolved') return clocks
  const claims = nextClaims(concurrency, event).promisedTo[audience] ?? []
  const promises = claims.flatMap(({ value }) => value ?? [])
  const usual = usualNext(method, audience, severity.severity, event.at)
  // [AU3] Where nothing was promised, the audience hears at its own pace.
  const times = promises.length === 0 && usual !== null ? [usual] : promises
  const { [audience]: _, ...others } = clocks.promisedTo
  return { ...clocks, promisedTo: times.length === 0 ? others : { ...others, [audience]: Math.min(...times) } }
}

/** [AU3] When an audience that was told at an instant hears again by the method; null: no clock says when. */
function usualNext({ method }: ChosenMethod, audience: Audience, severity: Severity, at: Millis): Millis | null {
  const row = rowOf(method?.rules.audiences, audience)
  const span = row === undefined ? null : nextNoticeSpan(row, severity)
  return span === null ? null : at + span
}

/** [AU5] A raised severity, another method and reopening bring what is due to those who were told nearer, or begin it. */
function nearerToTold(
  clocks: IncidentClocks,
  at: Millis,
  { comms, audiences }: IncidentHead,
  now: ChosenMethod & Pick<Severities, 'severity'>,
): IncidentClocks {
  const told = new Set([...audiencesTold(comms), ...audiences.toldByHand.map(({ audience }) => audience)])
  const times = [...told].flatMap((audience): readonly (readonly [Audience, Millis])[] => {
    const next = audience === 'customers' ? null : usualNext(now, audience, now.severity, at)
    const before = clocks.promisedTo[audience] ?? Number.POSITIVE_INFINITY
    return next === null || next >= before ? [] : [[audience, next]]
  })
  return times.length === 0 ? clocks : { ...clocks, promisedTo: { ...clocks.promisedTo, ...Object.fromEntries(times) } }
}

function audiencesTold({ updates }: IncidentHead['comms']): readonly Audience[] {
  return updates.flatMap(({ audience, delivery }) => (delivery.state === 'published' ? [audience] : []))
}

/** [CP4] Two machines that answered one checkpoint arm the same next one: the earlier of their times holds. */
function armed(before: Checkpoint, id: CheckpointId, dueAt: Millis): Checkpoint {
  const same = before.state === 'waiting' && before.id === id
  return { state: 'waiting', id, dueAt: same ? Math.min(before.dueAt, dueAt) : dueAt }
}
