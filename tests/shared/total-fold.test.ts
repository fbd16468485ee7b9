import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { CustomRoleId, EventId, IncidentId, OutboxItemId, UpdateId } from '../../src/shared/domain/ids'
import { defineEvent, type EventDraft } from '../../src/shared/events/define'
import { foldEvents } from '../../src/shared/events/fold'
import { readEvent, type StoredEvent, upcastBody } from '../../src/shared/events/read-event'
import { definitionOf, type EventKind, eventRegistry, type IncidentEvent } from '../../src/shared/events/registry'
import {
  ada,
  assigned,
  declared,
  drafted,
  line,
  minute,
  named,
  published,
  recordOf,
  updateContent,
} from '../support/folded-incident'

const own = '00000000-0000-4000-8000-000000000001' as CustomRoleId
const ops = { role: own, name: 'Database', letters: 'DB', duties: [], operates: true }
const defined = eventRegistry['role-defined'].draft(ops, minute(1), ada)
const dropped = eventRegistry['role-dropped'].draft({ role: own, title: 'Database' }, minute(2), ada)
const deputy = (name: string) =>
  eventRegistry['deputy-named'].draft({ role: 'ic', responder: named(name) }, minute(4), ada)
const discarded = eventRegistry['update-discarded'].draft({ update: 'u1' as UpdateId }, minute(5), ada)
const publishing = eventRegistry['update-publishing'].draft(
  { update: 'u1' as UpdateId, act: 'a1' as OutboxItemId, cancelUntil: minute(6), channel: updateContent().channel },
  minute(6),
  ada,
)
const what = { kind: 'annotation', connection: 'g', text: 'Began', at: minute(1) } as never
const asked = eventRegistry['act-asked'].draft({ act: 'a2' as OutboxItemId, what }, minute(3), ada)
const done = eventRegistry['act-done'].draft(
  { act: 'a2' as OutboxItemId, what, externalId: 'x', url: null },
  minute(4),
  ada,
)

/** The head without the list of what it does not have. */
function headAfter(drafts: readonly EventDraft[]) {
  const { unfolded: _, ...head } = recordOf(drafts).incident
  return head
}

describe('[FO5] a wish that came to nothing', () => {
  it.each([
    ['a role that was dropped', [defined, dropped], assigned(3, own, 'Ada'), 'role-gone', 'no longer has that role'],
    ['a role that never was', [], assigned(3, own, 'Ada'), 'role-gone', 'no longer has that role'],
    ['a deputy who holds the role', [assigned(1, 'ic', 'Ada')], deputy('ada'), 'holds-the-role', 'hold the role'],
    ['publishing what was discarded', [drafted(1, 'u1'), discarded], publishing, 'update-discarded', 'discarded'],
    ['publishing what is out', [drafted(1, 'u1'), published(2, 'u1')], publishing, 'update-published', 'published'],
    ['publishing what is not here', [], publishing, 'update-gone', 'not in the record'],
    ['asking for what is done', [asked, done], asked, 'request-done', 'done before'],
  ] as const)('is void: %s; its line says why, and the head is as it was', (_, before, wish, reason, words) => {
    const drafts = [declared(), ...before]
    const { incident, timeline } = recordOf([...drafts, wish])
    expect(incident.unfolded).toMatchObject([{ kind: wish.kind, because: { as: 'void', reason } }])
    expect(headAfter([...drafts, wish])).toEqual(headAfter(drafts))
    const said = timeline.filter(({ text }) => text.startsWith('Void, because'))
    expect(said.map(({ text }) => text)).toEqual([expect.stringContaining(words)])
    expect(said[0]).toMatchObject({ routine: false, automatic: true })
  })

  it('holds where nothing stands against it', () => {
    const good = [declared(), defined, assigned(3, own, 'Ada'), deputy('Grace'), drafted(1, 'u1'), publishing, asked]
    expect(recordOf(good).incident.unfolded).toEqual([])
  })

  it('is of these kinds only: what happened or was said is never void', () => {
    const wishes = Object.keys(eventRegistry).filter(kind => definitionOf(kind as EventKind).wish !== undefined)
    expect(wishes.sort()).toEqual([
      'act-asked',
      'command-continued',
      'conflict-settled',
      'decision-called',
      'decision-revisit-set',
      'decision-settled',
      'deputy-named',
      'figure-stated',
      'milestone-stated',
      'owner-released',
      'owner-taken',
      'report-corrected',
      'role-assigned',
      'transfer-accepted',
      'update-approved',
      'update-pace-chosen',
      'update-publishing',
      'update-sent-back',
    ])
  })
})

function stored(event: Partial<StoredEvent>, seq = 2): StoredEvent {
  const place = {
    id: `e${seq}` as EventId,
    incident: 'i' as IncidentId,
    seq,
    version: 1,
    at: minute(seq),
    recordedAt: minute(seq),
  }
  return { ...place, kind: 'bridge-moved', body: { room: 7 }, by: ada, summary: 'To room 7', effect: 'head', ...event }
}

function folded(...events: readonly StoredEvent[]) {
  const begin = stored({ ...declared(), summary: '' }, 1)
  const record = foldEvents(
    undefined,
    [begin, ...events].map(event => readEvent(event, true)),
  )
  if (record === undefined) throw new Error('Nothing was folded')
  return { unfolded: record.incident.unfolded, lines: record.timeline.map(({ text }) => text).slice(1), record }
}

describe('[FO6] an event that this version cannot read', () => {
  it.each([
    ['of another kind', {}],
    ['of a newer version', { kind: 'entry-added', version: 99 }],
    ['of a kind that objects have anyway', { kind: '__proto__' }],
    ['of a kind called unread', { kind: 'unread' }],
  ])('%s is shown by its summary, and counted where it changes the head', (_, event) => {
    const { unfolded, lines } = folded(stored(event))
    expect(unfolded).toMatchObject([{ event: 'e2', because: { as: 'newer' } }])
    expect(lines).toEqual(['To room 7 (written by a newer version)'])
  })

  it.each([
    ['line', ['To room 7 (written by a newer version)']],
    ['none', []],
  ] as const)('and that changes no more than “%s” leaves the head whole', (effect, said) => {
    const { unfolded, lines } = folded(stored({ effect }))
    expect([unfolded, lines]).toEqual([[], said])
  })

  it('and that has no summary is called by its kind', () => {
    expect(folded(stored({ summary: '' })).lines).toEqual(['bridge moved (written by a newer version)'])
  })

  it.each([
    ['nothing', null],
    ['a text', 'SEV-1'],
    ['another field', { severity: 'SEV-1' }],
    ['a value that is none', { from: 'SEV-2', to: 'SEV-9', reason: '' }],
    ['a list', []],
  ])('because its body is %s is held, named, and costs nothing else', (_, body) => {
    const { unfolded, lines, record } = folded(
      stored({ kind: 'severity-changed', body }),
      stored({ ...line(3, 'note', 'behind it'), summary: '', version: 2 }, 3),
    )
    expect(unfolded).toMatchObject([{ kind: 'severity-changed', because: { as: 'unparsed' } }])
    expect(lines).toContain('An event of the kind severity-changed cannot be read here: To room 7')
    expect(lines).toContain('behind it')
    expect(record.incident.severity).toBe('SEV-1')
  })

  it('but was not checked is held too where its effect fails, and an engine goes on', () => {
    const broken = { ...stored({ kind: 'team-changed', body: { team: 't' } }) }
    const [begin, formed, event] = [
      stored({ ...declared(), summary: '' }, 1),
      stored({ kind: 'team-formed', body: { team: 't', name: 'DB', lead: named('A'), members: [] } }),
      { ...broken, seq: 3, id: 'e3' as EventId },
    ].map(one => readEvent(one as StoredEvent, false)) as [IncidentEvent, IncidentEvent, IncidentEvent]
    const record = foldEvents(undefined, [begin, formed, event])
    expect(record?.incident.unfolded).toMatchObject([{ event: 'e3', because: { as: 'failed' } }])
    expect(record?.incident.crew.teams).toHaveLength(1)
    expect(record?.timeline.at(-1)?.text).toBe('An event of the kind team-changed could not be read into this record')
  })
})

describe('[FO6] an older version of a kind', () => {
  const bridge = defineEvent('bridge-moved', {
    version: 3,
    body: z.object({ room: z.string(), floor: z.number() }),
    upcasts: {
      1: body => ({ room: String((body as { room: number }).room) }),
      2: body => ({ ...(body as { room: string }), floor: 0 }),
    },
    line: () => undefined,
  })

  it.each([
    [1, { room: 7 }, { room: '7', floor: 0 }],
    [2, { room: '7' }, { room: '7', floor: 0 }],
    [3, { room: '7', floor: 2 }, { room: '7', floor: 2 }],
  ])('%d is read one version at a time', (version, body, now) => {
    expect(upcastBody(bridge, version, body)).toEqual(now)
    expect(bridge.body.safeParse(upcastBody(bridge, version, body)).success).toBe(true)
  })

  it('that a newer one reads as it is has no step', () => {
    expect(upcastBody(eventRegistry['entry-added'], 1, { text: 'a' })).toEqual({ text: 'a' })
  })
})
