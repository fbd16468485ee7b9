import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTemplates } from '../../../src/main/engine/comms/templates'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { callInputs } from '../../../src/shared/contract/parsers'
import type { Audience } from '../../../src/shared/domain/audience'
import { audienceDue } from '../../../src/shared/domain/audience-due'
import { type ConnectionId, newId, type RequestId, type UpdateId } from '../../../src/shared/domain/ids'
import type { Channel } from '../../../src/shared/domain/update'
import { updatePublished } from '../../../src/shared/events/update-published'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench, dana } from '../../support/engine-parts'
import { updateContent } from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'

const done = { ok: true }
const leadership = 'named:Leadership' as const
const room: Channel = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#lead' }
const templates = openTemplates({ shipped: join(import.meta.dirname, '../../../resources/templates') })

function declared(): Bench {
  const bench = commandBench(scratchFolder(), { channels: () => [room] })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
  return bench
}

function record({ ledger, incident }: Bench) {
  const live = ledger.record(incident)
  if (live === null) throw new Error('The incident is not there')
  return live
}

function tell(bench: Bench, audience: Audience, promise: number | null): UpdateId {
  const content = updateContent({ nextUpdateAt: promise, channel: room })
  const update = newId<UpdateId>()
  expect(bench.run('comms:draft', { update, content, audience })).toMatchObject(done)
  expect(bench.run('comms:publish', { update })).toMatchObject(done)
  const known = record(bench).incident.updates.find(({ id }) => id === update)
  const body = { update, content, audience: known?.audience ?? audience, promise, externalId: 'x', url: null }
  const event = updatePublished.draft(body, bench.clock.now(), { kind: 'vendor', name: 'Slack' })
  expect(bench.ledger.commit(bench.incident, newId<RequestId>(), { events: [event] }, bench.clock.now())).toMatchObject(
    done,
  )
  return update
}

describe('[AU1] an incident that is declared', () => {
  it('has the audiences of its method in its log', () => {
    const { audiences } = record(declared()).incident.method?.rules ?? {}
    expect(audiences?.audiences.map(({ name }) => name)).toEqual([
      ...['Customers', 'Key accounts', 'Support', 'Leadership', 'Engineering', 'Legal and PR'],
    ])
  })

  it('calls an audience by its name in the table, however it was typed', () => {
    const bench = declared()
    tell(bench, 'named:leadership', null)
    tell(bench, 'named:engineering', null)
    expect(record(bench).incident.updates.map(({ audience }) => audience)).toEqual([leadership, 'colleagues'])
  })
})

describe('[AU3] a template for an audience', () => {
  it('promises by its pace, in its text too', () => {
    const bench = declared()
    const { incident } = record(bench)
    const ground = { now: bench.clock.now(), publicName: () => undefined }
    const fill = (template: string) => templates.fill(incident, { template, fields: {}, nextUpdateAt: null }, ground)
    const [brief, progress] = [fill('leadership-brief'), fill('progress')]
    if (!brief.ok || !progress.ok) throw new Error('A template that ships is broken')
    expect(
      [brief.value.nextUpdateAt, progress.value.nextUpdateAt].map(
        at => Math.round(((at ?? 0) - ground.now) / MINUTE / 5) * 5,
      ),
    ).toEqual([60, 30])
    expect(brief.value.body).toContain(`${new Date(brief.value.nextUpdateAt ?? 0).toISOString().slice(11, 16)} UTC`)
  })
})

describe('[AU6] putting an audience off', () => {
  const off = { audience: leadership, minutes: 30, reason: 'the board meets at 15:00', was: null } as const

  it('is a line of the timeline with its reason, once, and outlives a restart', () => {
    const bench = declared()
    const request = newId<RequestId>()
    for (const _ of [1, 2]) expect(bench.run('comms:put-off', off, request)).toMatchObject(done)
    const line = 'Update to Leadership snoozed until'
    expect(
      record(bench)
        .timeline()
        .filter(({ text }) => text.startsWith(line)),
    ).toMatchObject([{ text: expect.stringContaining('the board meets at 15:00'), by: expect.objectContaining(dana) }])
    const before = record(bench).incident.putOffs
    const again = openLedger(bench.store, keptLogger(), () => undefined)
    expect(again.record(bench.incident)?.incident.putOffs).toEqual(before)
  })

  it('is decided by one of two people; the other sees it, and can change it knowing that', () => {
    const bench = declared()
    expect(bench.run('comms:put-off', off)).toMatchObject(done)
    expect(bench.run('comms:put-off', { ...off, minutes: null })).toMatchObject({
      ok: false,
      fault: { kind: 'conflict' },
    })
    const was = record(bench).incident.putOffs[leadership]?.event ?? null
    expect(bench.run('comms:put-off', { ...off, minutes: null, was })).toMatchObject(done)
    if (was === null) throw new Error('It is not put off')
    expect(bench.run('comms:wake', { audience: leadership, was })).toMatchObject({
      ok: false,
      fault: { kind: 'conflict' },
    })
    const now = record(bench).incident.putOffs[leadership]?.event ?? was
    expect(bench.run('comms:wake', { audience: leadership, was: now })).toMatchObject(done)
    expect(bench.run('comms:wake', { audience: leadership, was: now })).toMatchObject({
      ok: false,
      fault: { code: 'audience-not-put-off' },
    })
  })

  it('needs a reason, and is refused once the incident is resolved', () => {
    const bench = declared()
    expect(callInputs['comms:put-off'].safeParse({ ...off, reason: ' ', incident: bench.incident }).success).toBe(false)
    expect(callInputs['comms:put-off'].safeParse({ ...off, minutes: 0, incident: bench.incident }).success).toBe(false)
    bench.run('incident:change-status', { to: 'resolved', reason: 'fixed' })
    expect(bench.run('comms:put-off', off)).toMatchObject({ ok: false, fault: { code: 'audience-resolved' } })
  })

  it('ends once the audience is told', () => {
    const bench = declared()
    bench.run('comms:put-off', off)
    tell(bench, leadership, null)
    expect(record(bench).incident.putOffs).toEqual({})
    expect(audienceDue(record(bench).incident, leadership)).toEqual({
      dueAt: bench.clock.now() + 60 * MINUTE,
      because: 'usual',
    })
  })
})

describe('[AU7] telling an audience by hand', () => {
  it('is a fact with its time, and sets the next deadline', () => {
    const bench = declared()
    bench.clock.advance(10 * MINUTE)
    const at = bench.clock.now() - 3 * MINUTE
    const told = {
      audience: leadership,
      how: 'call',
      what: 'cards fail in the EU',
      at,
      promise: at + 20 * MINUTE,
    } as const
    expect(bench.run('comms:told-by-hand', told)).toMatchObject(done)
    expect(record(bench).incident.toldByHand).toMatchObject([
      { audience: leadership, at, what: told.what, how: 'call' },
    ])
    expect(audienceDue(record(bench).incident, leadership)).toEqual({ dueAt: at + 20 * MINUTE, because: 'promised' })
  })

  it('an older call than the last update promises nothing any more', () => {
    const bench = declared()
    bench.clock.advance(10 * MINUTE)
    tell(bench, leadership, bench.clock.now() + 40 * MINUTE)
    const at = bench.clock.now() - 5 * MINUTE
    bench.run('comms:told-by-hand', {
      audience: leadership,
      how: 'call',
      what: 'early words',
      at,
      promise: at + MINUTE,
    })
    expect(record(bench).incident.promisedTo[leadership]).toBe(bench.clock.now() + 40 * MINUTE)
  })

  it.each([
    ['customers', { audience: 'customers' }, 'audience-customers-by-hand'],
    ['what is to come', { in: 5 }, 'audience-told-later'],
    ['a promise that was over at once', { promises: -1 }, 'audience-promise-past'],
  ] as const)('refuses %s', (_, odd: { audience?: Audience; in?: number; promises?: number }, code) => {
    const bench = declared()
    const at = bench.clock.now() + (odd.in ?? 0) * MINUTE
    const promise = odd.promises === undefined ? null : at + odd.promises * MINUTE
    const told = { audience: odd.audience ?? leadership, how: 'call', what: 'x', at, promise } as const
    expect(bench.run('comms:told-by-hand', told)).toMatchObject({ ok: false, fault: { code } })
    expect(record(bench).incident.toldByHand).toEqual([])
  })
})

it('[AU9] who published an update is known after the channel has confirmed it', () => {
  const bench = declared()
  tell(bench, leadership, null)
  expect(record(bench).incident.updates).toMatchObject([
    { delivery: { state: 'published' }, sentBy: { responder: dana.responder } },
  ])
})
