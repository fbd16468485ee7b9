import { describe, expect, it } from 'vitest'
import { checkMessage, openInMessage } from '../../../src/main/engine/comms/publish-check'
import { handoffTree } from '../../../src/main/engine/documents/handoff-tree'
import { openItems, readQueuedItem } from '../../../src/main/engine/storage/queued-items'
import type { Input } from '../../../src/shared/contract/calls'
import { defaultCadence } from '../../../src/shared/domain/cadence'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import { type ConnectionId, type IncidentId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import { defaultLintSettings, type LintSettings } from '../../../src/shared/domain/lint/lint-finding'
import { messageOf } from '../../../src/shared/domain/message'
import type { Channel, UpdateContent } from '../../../src/shared/domain/update'
import { updatePublishing } from '../../../src/shared/events/update-publishing'
import { type Bench, commandBench, statusPage } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { runEngine } from '../../support/running-engine'
import { shippedLintWords } from '../../support/shipped-lint'

const room: Channel = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#lead' }
const otherPage: Channel = { ...statusPage, connection: 'sp2' as ConnectionId, label: 'Acme EU' }
const content: UpdateContent = {
  ...{ stage: 'progress', channel: statusPage, title: 'Payments fail', body: '', status: 'investigating' },
  ...{ components: {}, notify: false, nextUpdateAt: null },
}
const GOOD = 'Customers cannot pay by card. Next update within the hour.'
/** Blocks: it names no next update. */
const NO_NEXT = 'Customers cannot pay by card.'
/** Asks: the failover is our own language. */
const JARGON = 'Customers cannot pay by card since the failover. Next update within the hour.'

function desk(settings: LintSettings = defaultLintSettings) {
  const bench: Bench = commandBench(scratchFolder(), {
    act: id => readQueuedItem(bench.store.db, id),
    channels: () => [statusPage, otherPage, room],
    lintSettings: () => settings,
  })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const update = newId<UpdateId>()
  const draft = (body: string, also?: Input<'comms:draft'>['also'], channel = statusPage) =>
    expect(bench.run('comms:draft', { update, content: { ...content, channel, body }, also })).toMatchObject({
      ok: true,
    })
  const record = () => {
    const found = bench.ledger.record(bench.incident)
    if (found === null) throw new Error('No incident')
    return found
  }
  /** What a page is told before it publishes. */
  const check = () => {
    const { incident } = record()
    const known = incident.updates.find(({ id }) => id === update)
    if (known === undefined) throw new Error('No draft')
    const facts = { now: bench.clock.now(), cadence: defaultCadence, words: shippedLintWords(), settings, pages: [] }
    const made = checkMessage(messageOf(known, incident.updates), incident, facts)
    return { text: made.text, findings: openInMessage(made) }
  }
  const consent = (reason?: string) => {
    const { text, findings } = check()
    return { text, seen: findings.map(({ rule }) => rule), ...(reason !== undefined && { reason }) }
  }
  const publish = (given?: Input<'comms:publish'>['consent']) => bench.run('comms:publish', { update, consent: given })
  const waiting = () => openItems(bench.store.db).length
  const waivers = () => record().incident.updates.map(({ waiver }) => waiver)
  const lastLine = () => record().timeline().at(-1)?.text
  return { bench, update, draft, check, consent, publish, waiting, waivers, lastLine, record }
}

const done = { ok: true }
const fault = (code: string) => ({ ok: false, fault: { code } })

describe('[LN29] what blocks a text for customers', () => {
  it('is refused with what it is and the way out, and changes nothing', () => {
    const { draft, publish, waiting, record } = desk()
    draft(NO_NEXT)
    const before = record().seq
    const message = expect.stringMatching(/names no next update\. Change it, or say why/)
    expect(publish()).toMatchObject({ ok: false, fault: { kind: 'refused', code: 'publish-blocked', message } })
    expect([record().seq, waiting()]).toEqual([before, 0])
  })

  it('is published with a reason, which its event, its line and the handoff keep', () => {
    const { draft, publish, consent, waiting, waivers, lastLine, record, bench } = desk()
    draft(NO_NEXT)
    expect(publish(consent('We know more in a minute'))).toMatchObject(done)
    expect(waiting()).toBe(1)
    expect(waivers()).toMatchObject([{ overrode: ['no-next-update'], reason: 'We know more in a minute', asked: [] }])
    const said = 'although it names no next update, because “We know more in a minute”'
    expect(lastLine()).toBe(`Publishing to Acme Status ${said}`)
    const handoff = JSON.stringify(handoffTree(handoffContent(record().incident, [], bench.clock.now())))
    expect(handoff).toContain('published although it names no next update, because “')
    expect(handoff).toContain('We know more in a minute')
  })

  it('needs the reason for this very text, and for what was seen in it', () => {
    const { draft, publish, consent } = desk()
    draft(NO_NEXT)
    const early = consent('Because')
    expect(publish(consent(''))).toMatchObject(fault('publish-blocked'))
    expect(publish({ ...early, seen: [] })).toMatchObject(fault('publish-blocked'))
    draft(`${NO_NEXT} See OPS-4711.`)
    expect(publish(early)).toMatchObject(fault('publish-blocked'))
    expect(publish(consent('Because'))).toMatchObject(done)
  })

  it('is judged in each channel’s own words, and of colleagues’ not at all', () => {
    const { draft, publish, check, consent, waivers } = desk()
    draft(GOOD, [
      { update: newId<UpdateId>(), content: { ...content, channel: otherPage, body: NO_NEXT } },
      {
        update: newId<UpdateId>(),
        content: { ...content, channel: room, body: 'The pool on db-01.internal is full!' },
      },
    ])
    expect(check().findings).toMatchObject([{ rule: 'no-next-update', channels: ['Acme EU'] }])
    expect(publish()).toMatchObject(fault('publish-blocked'))
    expect(publish(consent('Because'))).toMatchObject(done)
    expect(waivers()).toMatchObject([undefined, { overrode: ['no-next-update'] }, undefined])
  })

  it('a secret and a slot have no reason', () => {
    const { draft, publish, consent, waiting } = desk()
    draft(`${GOOD} password: hunter2hunter2`)
    expect(publish(consent('Because'))).toMatchObject(fault('secret-in-update'))
    draft(`${GOOD} Since {{ start }}.`)
    expect(publish(consent('Because'))).toMatchObject(fault('open-slot'))
    expect(waiting()).toBe(0)
  })

  it('what says that it is over is one, while the incident is open', () => {
    const { bench, update, publish } = desk()
    const body = 'This incident is resolved. Customers can pay by card again.'
    bench.run('comms:draft', { update, content: { ...content, stage: 'resolution', status: 'resolved', body } })
    expect(publish()).toMatchObject(fault('publish-blocked'))
  })
})

describe('[LN30] what the check asks about', () => {
  it('is asked once for a text: seen, it leaves; an edit asks anew', () => {
    const { draft, publish, consent, waivers } = desk()
    draft(JARGON)
    expect(publish()).toMatchObject({ ok: false, fault: { kind: 'conflict', code: 'publish-asks' } })
    const early = consent()
    draft(`${JARGON} We are sorry!`)
    expect(publish(early)).toMatchObject(fault('publish-asks'))
    expect(publish(consent())).toMatchObject(done)
    expect(waivers()).toMatchObject([{ overrode: [], reason: '', asked: ['jargon', 'exclamation'] }])
  })

  it('in two windows: what another one put in since is not what was seen', () => {
    const { draft, publish, consent } = desk()
    draft(JARGON)
    const mine = consent()
    draft(`${JARGON} 🔥`)
    expect(publish(mine)).toMatchObject(fault('publish-asks'))
  })

  it('is not asked again of a text that was called back', () => {
    const { bench, update, draft, publish, consent, check, lastLine } = desk()
    draft(NO_NEXT.replace('.', '!'))
    expect(publish(consent('Because'))).toMatchObject(done)
    expect(bench.run('comms:cancel', { update })).toMatchObject(done)
    expect(check().findings).toEqual([])
    expect(publish()).toMatchObject(done)
    expect(lastLine()).toContain('because “Because”')
  })

  it('a good text asks nothing, whatever is consented to', () => {
    const { draft, publish, check, waivers } = desk()
    draft(GOOD)
    expect(publish({ text: check().text, seen: ['jargon'], reason: 'Because' })).toMatchObject(done)
    expect(waivers()).toEqual([undefined])
  })

  it('[LN10] a promised time of repair asks, stops or passes as the team sets', () => {
    const body = `${GOOD} We will fix this by 23:00 UTC.`
    const outcome = (repairTime: LintSettings['repairTime']) => {
      const { draft, publish } = desk({ repairTime })
      draft(body)
      const reply = publish()
      return reply.ok ? 'published' : reply.fault.code
    }
    expect((['off', 'warn', 'block'] as const).map(outcome)).toEqual(['published', 'publish-asks', 'publish-blocked'])
  })
})

describe('[CM27] a text whose incident moved', () => {
  const basis = { severity: 'SEV-1', status: 'investigating', impact: '' } as const

  it.each([
    ['severity', { ...basis, severity: 'SEV-3' as const }],
    ['status', { ...basis, status: 'identified' as const }],
    ['impact', { ...basis, impact: 'Some cards fail' }],
  ])('is refused while its writer does not know of the %s, and leaves once they do', (fact, known) => {
    const { bench, update, draft, waiting } = desk()
    draft(GOOD)
    const message = expect.stringContaining(`The ${fact} has changed since this was written`)
    expect(bench.run('comms:publish', { update, basis: known })).toMatchObject({
      ok: false,
      fault: { kind: 'conflict', code: 'incident-moved', message },
    })
    expect(waiting()).toBe(0)
    expect(bench.run('comms:publish', { update, basis })).toMatchObject(done)
  })

  it('a draft knows what it was saved under', () => {
    const { bench, draft, record } = desk()
    draft(GOOD)
    bench.run('incident:state-impact', { impact: 'All cards fail' })
    expect(record().incident.updates[0]?.basis).toEqual(basis)
    draft(`${GOOD} `)
    expect(record().incident.updates[0]?.basis).toEqual({ ...basis, impact: 'All cards fail' })
  })
})

it('[LN29] [ER3] a reason can be erased, and what was overridden stays', () => {
  const body = {
    ...{ update: newId<UpdateId>(), act: newId(), cancelUntil: 1, channel: statusPage },
    waiver: { text: 'a'.repeat(64), overrode: ['no-impact'], reason: 'Ada said so', asked: [] },
  }
  const read = updatePublishing.body.parse(body)
  expect(updatePublishing.withoutTexts?.(read, '[erased]').waiver).toMatchObject({
    reason: '[erased]',
    overrode: ['no-impact'],
  })
  const { waiver: _, ...old } = body
  expect(updatePublishing.body.parse(old)).toEqual(old)
})

it('[LN30] the engine tells a page what is open, as it publishes by', async () => {
  const { call } = runEngine(scratchFolder(), {})
  const [incident, update] = [newId<IncidentId>(), newId<UpdateId>()]
  await call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  expect(await call('comms:check', { incident, update })).toMatchObject(fault('no-such-draft'))
  await call('comms:draft', {
    incident,
    update,
    content: { ...content, body: `${GOOD} We will fix this by 23:00 UTC.` },
  })
  const rules = async () => {
    const reply = await call('comms:check', { incident, update })
    return reply.ok ? reply.value.findings.map(({ rule, level }) => `${rule} ${level}`) : reply.fault.code
  }
  expect(await rules()).toEqual(['repair-time asks'])
  expect(await call('settings:change', { repairTime: 'block' })).toMatchObject({ value: { repairTime: 'block' } })
  expect(await rules()).toEqual(['repair-time blocks'])
  await call('settings:change', { repairTime: 'off' })
  expect(await rules()).toEqual([])
})
