import fc from 'fast-check'
import type { Audience } from '../../src/shared/domain/audience'
import type { ConflictAbout } from '../../src/shared/domain/claims'
import type {
  CheckpointId,
  ContentHash,
  CustomRoleId,
  EntryId,
  EventId,
  IncidentId,
  OutboxItemId,
  TeamId,
  TransferId,
  UpdateId,
} from '../../src/shared/domain/ids'
import type { VendorRequest } from '../../src/shared/domain/vendor-request'
import type { EventDraft } from '../../src/shared/events/define'
import { compareEvents } from '../../src/shared/events/order'
import { type IncidentEvent, eventRegistry as kinds } from '../../src/shared/events/registry'
import { ada, declared, minute, named, updateContent } from './folded-incident'

/** Logs as several machines write them that hear of each other now and then, with every kind of thing that can collide. */

const few = <Value extends string>(...values: readonly string[]) =>
  fc.constantFrom(...values) as unknown as fc.Arbitrary<Value>
const role = few<CustomRoleId>('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002')
const anyRole = fc.oneof(role, fc.constantFrom('ic', 'comms'))
const person = fc.constantFrom('Ada', 'Grace', 'Annie').map(named)
const entry = few<EntryId>('e1', 'e2', 'e3')
const update = few<UpdateId>('u1', 'u2')
const act = few<OutboxItemId>('a1', 'a2')
const transfer = few<TransferId>('x1', 'x2')
const team = few<TeamId>('t1', 't2')
const status = fc.constantFrom('investigating', 'identified', 'monitoring', 'resolved')
const severity = fc.constantFrom('SEV-1', 'SEV-2', 'SEV-3')
const what = { kind: 'annotation', connection: 'g', text: 'Began', at: 5 } as unknown as VendorRequest
const channel = updateContent().channel
const at = fc.integer({ min: 1, max: 8 }).map(minute)

type Make = (at: number) => EventDraft

const wish: fc.Arbitrary<Make> = fc.oneof(
  fc.tuple(anyRole, person).map(
    ([one, responder]): Make =>
      when =>
        kinds['role-assigned'].draft({ role: one, responder }, when, ada),
  ),
  fc.tuple(anyRole, person).map(
    ([one, responder]): Make =>
      when =>
        kinds['deputy-named'].draft({ role: one, responder }, when, ada),
  ),
  fc.tuple(transfer, person).map(
    ([one, to]): Make =>
      when =>
        kinds['transfer-accepted'].draft(
          { transfer: one, from: named('Ada'), to, unread: 0, reason: '', overlapUntil: when + 5 },
          when,
          ada,
        ),
  ),
  fc.tuple(update, act).map(
    ([one, by]): Make =>
      when =>
        kinds['update-publishing'].draft({ update: one, act: by, cancelUntil: when, channel }, when, ada),
  ),
  fc
    .tuple(
      few<ConflictAbout>('severity', 'status', 'title', 'role:ic', 'approval:u1'),
      few<EventId>('a.1', 'b.2', 'c.3', 'a.4', 'b.5'),
    )
    .map(
      ([about, chosen]): Make =>
        when =>
          kinds['conflict-settled'].draft({ about, chosen, text: '', reason: '' }, when, ada),
    ),
  act.map(
    (one): Make =>
      when =>
        kinds['act-asked'].draft({ act: one, what }, when, ada),
  ),
)

const change: fc.Arbitrary<Make> = fc.oneof(
  fc.tuple(severity, severity).map(
    ([from, to]): Make =>
      when =>
        kinds['severity-changed'].draft({ from, to, reason: '' }, when, ada),
  ),
  fc.tuple(status, status).map(
    ([from, to]): Make =>
      when =>
        kinds['status-changed'].draft({ from, to, reason: '' }, when, ada),
  ),
  role.map(
    (one): Make =>
      when =>
        kinds['role-defined'].draft({ role: one, name: 'DB', letters: 'DB', duties: [], operates: true }, when, ada),
  ),
  role.map(
    (one): Make =>
      when =>
        kinds['role-dropped'].draft({ role: one, title: 'DB' }, when, ada),
  ),
  fc.tuple(team, person).map(
    ([one, lead]): Make =>
      when =>
        kinds['team-formed'].draft({ team: one, name: 'DB', lead, members: [] }, when, ada),
  ),
  fc.tuple(team, person).map(
    ([one, lead]): Make =>
      when =>
        kinds['team-changed'].draft({ team: one, name: 'DB', lead, joined: [], left: [] }, when, ada),
  ),
  fc.tuple(entry, fc.string()).map(
    ([one, text]): Make =>
      when =>
        kinds['entry-corrected'].draft({ entry: one, text }, when, ada),
  ),
  entry.map(
    (one): Make =>
      when =>
        kinds['entry-retracted'].draft({ entry: one, reason: '' }, when, ada),
  ),
  fc.tuple(few<CheckpointId>('c1', 'c2'), at).map(
    ([checkpoint, dueAt]): Make =>
      when =>
        kinds['checkpoint-armed'].draft({ checkpoint, dueAt }, when, ada),
  ),
  fc.tuple(few<CheckpointId>('c1', 'c2'), at, at, fc.option(at)).map(
    ([checkpoint, was, dueAt, pausedUntil]): Make =>
      when =>
        kinds['checkpoint-postponed'].draft({ checkpoint, was, dueAt, pausedUntil, reason: 'r' }, when, ada),
  ),
  fc.tuple(few<CheckpointId>('c1', 'c2'), at).map(
    ([checkpoint, dueAt]): Make =>
      when =>
        kinds['checkpoint-resumed'].draft({ checkpoint, dueAt }, when, ada),
  ),
  fc.option(at).map(
    (dueAt): Make =>
      when =>
        kinds['update-promised'].draft({ dueAt }, when, ada),
  ),
  update.map(
    (one): Make =>
      when =>
        kinds['update-drafted'].draft({ update: one, content: updateContent() }, when, ada),
  ),
  update.map(
    (one): Make =>
      when =>
        kinds['update-discarded'].draft({ update: one }, when, ada),
  ),
  fc.tuple(update, few<Audience>('customers', 'colleagues', 'named:Legal'), fc.option(at, { nil: undefined })).map(
    ([one, audience, promise]): Make =>
      when =>
        kinds['update-published'].draft(
          { update: one, content: updateContent(), audience, promise, externalId: 'x', url: null },
          when,
          ada,
        ),
  ),
  fc.tuple(update, fc.constantFrom('a', 'b')).map(
    ([message, letter]): Make =>
      when =>
        kinds['update-approved'].draft({ message, text: letter.repeat(64) as ContentHash, title: 'T' }, when, ada),
  ),
  fc.tuple(update, fc.constantFrom('a', 'b')).map(
    ([message, letter]): Make =>
      when => {
        const text = letter.repeat(64) as ContentHash
        return kinds['update-sent-back'].draft({ message, text, title: 'T', note: '' }, when, ada)
      },
  ),
  act.map(
    (one): Make =>
      when =>
        kinds['act-done'].draft({ act: one, what, externalId: 'x', url: null }, when, ada),
  ),
  fc.string().map(
    (impact): Make =>
      when =>
        kinds['impact-stated'].draft({ impact }, when, ada),
  ),
)

/** [TC1] [TC4] */
const transferred: fc.Arbitrary<Make> = fc.oneof(
  fc.tuple(transfer, person, at).map(
    ([one, to, since]): Make =>
      when =>
        kinds['transfer-prepared'].draft(
          { transfer: one, from: named('Ada'), to, since, note: '', incidents: [] },
          when,
          ada,
        ),
  ),
  fc.tuple(transfer, fc.constantFrom('withdrawn' as const, 'declined' as const)).map(
    ([one, as]): Make =>
      when =>
        kinds['transfer-ended'].draft(
          { transfer: one, as, from: named('Ada'), to: named('Grace'), reason: '' },
          when,
          ada,
        ),
  ),
  transfer.map(
    (one): Make =>
      when =>
        kinds['overlap-ended'].draft({ transfer: one, giver: named('Ada') }, when, ada),
  ),
)

interface Move {
  readonly origin: string
  /** Whether it has heard of all the others when it writes. */
  readonly heard: boolean
  readonly at: number
  readonly make: Make | 'line'
}

const move: fc.Arbitrary<Move> = fc.record({
  origin: fc.constantFrom('a', 'b', 'c'),
  heard: fc.boolean(),
  at,
  make: fc.oneof(change, wish, transferred, fc.constant('line' as const)),
})

/** Events in the order of all machines, each with what its origin had seen. */
export const replicatedLog: fc.Arbitrary<readonly IncidentEvent[]> = fc.array(move, { maxLength: 60 }).map(written)

function written(moves: readonly Move[]): readonly IncidentEvent[] {
  const counters = new Map<string, number>()
  const times = new Map<string, number>()
  const seenBy = new Map<string, Readonly<Record<string, number>>>()
  const write = (origin: string, heard: boolean, draft: EventDraft, n: number): IncidentEvent => {
    const counter = (counters.get(origin) ?? 0) + 1
    counters.set(origin, counter)
    // The declaration reached every machine before it wrote anything.
    const known = heard ? Math.max(0, ...times.values()) : Math.max(times.get(origin) ?? 0, 1)
    times.set(origin, known + 1)
    const seen = { ...(heard ? Object.fromEntries(counters) : { a: 1, ...seenBy.get(origin) }), [origin]: counter - 1 }
    seenBy.set(origin, seen)
    const stamp = { ms: known + 1, n: 0, origin, counter, seen }
    const place = { id: `${origin}.${n}` as EventId, incident: 'i' as IncidentId, seq: n + 1, version: 1 }
    return { ...draft, ...place, recordedAt: draft.at, stamp } as unknown as IncidentEvent
  }
  const begin = write('a', true, declared(), 0)
  let lines = 0
  const rest = moves.map(({ origin, heard, at: when, make }, n) => {
    if (make === 'line') lines += 1
    return write(origin, heard, draftOf(make, when, lines), n + 1)
  })
  return [begin, ...rest].sort(compareEvents)
}

/** Lines are added once: the first of them are those that are corrected. */
function draftOf(make: Make | 'line', when: number, n: number): EventDraft {
  if (make !== 'line') return make(when)
  const body = { entry: `e${n}` as EntryId, kind: 'note', text: `line ${n}`, pinned: false } as const
  return kinds['entry-added'].draft(body, when, ada)
}
