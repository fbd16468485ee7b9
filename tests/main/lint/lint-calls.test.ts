import { describe, expect, it } from 'vitest'
import { lintedUpdate } from '../../../src/main/engine/comms/linted-update'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import { type ConnectionId, type IncidentId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import { lintUpdate } from '../../../src/shared/domain/lint/lint'
import type { Channel, UpdateContent } from '../../../src/shared/domain/update'
import { commandBench, statusPage } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { runEngine } from '../../support/running-engine'
import { shippedLintWords } from '../../support/shipped-lint'

const room: Channel = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#lead' }
const content: UpdateContent = {
  ...{ stage: 'progress', channel: statusPage, title: 'Payments fail', body: 'Some fail.', status: 'investigating' },
  ...{ components: {}, notify: false, nextUpdateAt: null },
}
const token = `ghp_${'a1B2'.repeat(9)}`

function bench() {
  const desk = commandBench(scratchFolder(), { channels: () => [statusPage, room] })
  desk.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const update = newId<UpdateId>()
  const draft = (body: string, channel = statusPage) =>
    expect(desk.run('comms:draft', { update, content: { ...content, channel, body } })).toMatchObject({ ok: true })
  return { desk, draft, publish: () => desk.run('comms:publish', { update }) }
}

describe('[LN28] when an update is published', () => {
  it.each([
    ['customers', statusPage],
    ['colleagues', room],
  ])('to %s, one with a secret is refused, names nothing of it, and nothing leaves', (_readers, channel) => {
    const { desk, draft, publish } = bench()
    draft(`Payments fail. Sign in with ${token} until 14:00 UTC.`, channel)
    const refused = publish()
    expect(refused).toMatchObject({
      ok: false,
      fault: { code: 'secret-in-update', values: { channel: channel.label } },
    })
    expect(JSON.stringify(refused)).not.toContain(token)
    expect(openItems(desk.store.db)).toEqual([])
    draft('Payments fail. Sign in again at 14:00 UTC. Next update within the hour.', channel)
    expect(publish()).toMatchObject({ ok: true })
    expect(openItems(desk.store.db)).toHaveLength(1)
  })

  it('code of a template stops it for customers, and colleagues may read it', () => {
    const { draft, publish } = bench()
    draft('Payments of {{ service }} fail.')
    expect(publish()).toMatchObject({ ok: false, fault: { code: 'open-slot', values: { slot: '{{ service }}' } } })
    draft('The chart has {{ service }} twice.', room)
    expect(publish()).toMatchObject({ ok: true })
  })
})

describe('[LN27] a text is judged', () => {
  it('with what the record knows, and with places in it as it was sent', async () => {
    const { call } = runEngine(scratchFolder(), {})
    const incident = newId<IncidentId>()
    await call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
    const body = '  The failover did not work. Customers cannot pay. Next update at 23:59 UTC tomorrow.'
    const asked = { incident, message: newId<UpdateId>(), title: 'Payments fail', body, stage: 'progress' } as const
    const reply = await call('comms:lint', { ...asked, components: {}, nextUpdateAt: null })
    if (!reply.ok) throw new Error(reply.fault.message)
    const jargon = reply.value.findings.find(({ rule }) => rule === 'jargon')
    expect(body.slice(jargon?.from, jargon?.to)).toBe('failover')
    expect(await call('comms:lint', { ...asked, body: '', components: {}, nextUpdateAt: null })).toMatchObject({
      ok: true,
    })
    const nowhere = await call('comms:lint', { ...asked, incident: newId(), components: {}, nextUpdateAt: null })
    expect(nowhere).toMatchObject({ ok: false, fault: { code: 'incident-not-here' } })
  })

  it('against the last text that customers read, which is none of the same message', () => {
    const { desk, draft, publish } = bench()
    const body =
      'Customers cannot pay by card since 13:40 UTC. We look for the cause of it. Next update within the hour.'
    draft(body)
    publish()
    const incident = desk.ledger.record(desk.incident)?.incident
    const message = incident?.updates[0]?.message
    if (incident === undefined || message === undefined) throw new Error('No update')
    const rules = (of: UpdateId) => {
      const written = { message: of, title: 'T', body, stage: 'progress', components: {}, nextUpdateAt: null } as const
      const linted = lintedUpdate(incident, written, { now: desk.clock.now() })
      return lintUpdate(linted, shippedLintWords()).findings.map(({ rule }) => rule)
    }
    expect(rules(newId<UpdateId>())).toContain('same-as-last')
    expect(rules(message)).not.toContain('same-as-last')
  })
})
