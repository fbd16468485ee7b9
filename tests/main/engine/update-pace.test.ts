import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTemplates } from '../../../src/main/engine/comms/templates'
import { handoffTree } from '../../../src/main/engine/documents/handoff-tree'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import { newId, type RequestId, type UpdateId } from '../../../src/shared/domain/ids'
import { updatePublished } from '../../../src/shared/events/update-published'
import { HOUR, MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench, dana, statusPage } from '../../support/engine-parts'
import { updateContent } from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'

const done = { ok: true }
const refused = { ok: false, fault: { kind: 'refused' } }
const conflict = { ok: false, fault: { kind: 'conflict' } }
const templates = openTemplates({ shipped: join(import.meta.dirname, '../../../resources/templates') })

function told(severity: 'SEV-1' | 'SEV-2' = 'SEV-1'): Bench {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity, impact: '' })
  publish(bench, bench.clock.now() + 30 * MINUTE)
  return bench
}

/** As the outbox writes it once the page has it. */
function publish({ ledger, incident, clock, run }: Bench, promise: number): void {
  const content = updateContent({ nextUpdateAt: promise, channel: statusPage })
  const update = newId<UpdateId>()
  expect(run('comms:draft', { update, content })).toMatchObject(done)
  const body = {
    update,
    content,
    audience: 'customers',
    promise,
    externalId: 'x',
    url: null,
  } as const
  const event = updatePublished.draft(body, clock.now(), { kind: 'vendor', name: 'Statuspage' })
  expect(ledger.commit(incident, newId<RequestId>(), { events: [event] }, clock.now())).toMatchObject(done)
}

function record({ ledger, incident }: Bench) {
  const live = ledger.record(incident)
  if (live === null) throw new Error('The incident is not there')
  return live
}

const slower = { pace: 'slower', severity: 'SEV-1', was: null } as const

function filled(bench: Bench) {
  const { incident } = record(bench)
  const asked = { template: 'progress', fields: {}, nextUpdateAt: null }
  const reply = templates.fill(incident, asked, { now: bench.clock.now(), publicName: () => undefined })
  if (!reply.ok) throw new Error(reply.fault.message)
  return reply.value
}

describe('[UP12] a slower pace of customer updates', () => {
  it('can be answered once it is offered; a repeat changes nothing, and who said so and when is kept', () => {
    const bench = told()
    expect(bench.run('comms:choose-pace', slower)).toMatchObject(refused)
    bench.clock.advance(2 * HOUR)
    const request = newId<RequestId>()
    for (const _ of [1, 2]) expect(bench.run('comms:choose-pace', slower, request)).toMatchObject(done)
    expect(record(bench).incident.updatePace.answer).toEqual({
      ...{ pace: 'slower', severity: 'SEV-1', slower: 60, at: bench.clock.now() },
      by: expect.objectContaining({ kind: 'person', responder: dana.responder }),
    })
    expect(
      record(bench)
        .timeline()
        .filter(({ text }) => text.startsWith('Customer updates every')),
    ).toHaveLength(1)
  })

  it('is answered by one of two people; the other sees it, and can change it knowing that', () => {
    const bench = told()
    bench.clock.advance(2 * HOUR)
    expect(bench.run('comms:choose-pace', { ...slower, pace: 'stays' })).toMatchObject(done)
    expect(bench.run('comms:choose-pace', slower)).toMatchObject(conflict)
    expect(bench.run('comms:choose-pace', { ...slower, pace: 'stays', was: 'stays' })).toMatchObject(refused)
    expect(bench.run('comms:choose-pace', { ...slower, was: 'stays' })).toMatchObject(done)
  })

  it('is refused where the severity was raised meanwhile, and ends with a raise', () => {
    const bench = told('SEV-2')
    bench.clock.advance(2 * HOUR)
    bench.run('incident:change-severity', { to: 'SEV-1', reason: '' })
    expect(bench.run('comms:choose-pace', { ...slower, severity: 'SEV-2' })).toMatchObject(conflict)
    expect(bench.run('comms:choose-pace', slower)).toMatchObject(refused)
    bench.clock.advance(2 * HOUR)
    expect(bench.run('comms:choose-pace', slower)).toMatchObject(done)
    bench.run('incident:change-severity', { to: 'SEV-2', reason: '' })
    bench.run('incident:change-severity', { to: 'SEV-1', reason: '' })
    expect(record(bench).incident.updatePace.answer).toBeNull()
  })

  it('[UP13] moves no promise; the next update promises by it, in its text too, and a raise brings the clock nearer', () => {
    const bench = told()
    bench.clock.advance(2 * HOUR)
    const promised = record(bench).incident.nextUpdateDueAt
    const before = filled(bench).nextUpdateAt ?? 0
    bench.run('comms:choose-pace', slower)
    expect(record(bench).incident.nextUpdateDueAt).toBe(promised)
    const next = filled(bench)
    const time = `${new Date(next.nextUpdateAt ?? 0).toISOString().slice(11, 16)} UTC`
    expect(next.nextUpdateAt).toBe(before + 30 * MINUTE)
    expect(next.body).toContain(time)
    expect(next.fields.find(({ name }) => name === 'next_update')?.source).toMatch(/^1 h from now/)
    publish(bench, next.nextUpdateAt ?? 0)
    expect(record(bench).incident.nextUpdateDueAt).toBe(next.nextUpdateAt)
    bench.run('incident:change-severity', { to: 'SEV-2', reason: '' })
    bench.run('incident:change-severity', { to: 'SEV-1', reason: '' })
    expect(record(bench).incident.nextUpdateDueAt).toBe(bench.clock.now() + 30 * MINUTE)
  })

  it('[UP14] is in the handoff beside the time of the next update, with who chose it', () => {
    const bench = told()
    bench.clock.advance(2 * HOUR)
    const written = () => {
      const { incident, timeline } = record(bench)
      return JSON.stringify(handoffTree(handoffContent(incident, timeline(), bench.clock.now())))
    }
    expect(written()).not.toContain('instead of every')
    bench.run('comms:choose-pace', slower)
    expect(written()).toMatch(/Every 60 min instead of every 30 min, as .*Dana Scully.* chose at/)
    bench.run('comms:choose-pace', { pace: 'stays', severity: 'SEV-1', was: 'slower' })
    expect(written()).toMatch(/Still every 30 min, as .*Dana Scully/)
  })
})
