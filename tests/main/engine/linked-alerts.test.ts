import { describe, expect, it } from 'vitest'
import { describeLinkedAlerts } from '../../../src/main/engine/incidents/linked-alerts'
import type { AlertAbout } from '../../../src/shared/contract/alert-about'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import { coded } from '../../../src/shared/contract/coded-text'
import type { Connection } from '../../../src/shared/contract/connections'
import type { Fault } from '../../../src/shared/contract/faults'
import { linksWithAlerts } from '../../../src/shared/domain/described-alert'
import { type ConnectionId, type HandoffId, type IncidentId, type LinkId, newId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { sendJson } from '../../support/open-loopback'
import { runEngine } from '../../support/running-engine'
import { startLoopback } from '../http/loopback'

const connection = 'am' as ConnectionId
const alert: AlertRow = {
  ...{ id: 'am/A1', connection, externalId: 'A1', origin: 'alert', title: 'Errors', service: 'payments-api' },
  ...{ urgency: 'high', state: 'firing', startedAt: null, url: null },
}
const runbook = { kind: 'runbook', name: 'runbook_url', url: 'https://wiki.example.com/runbooks/errors' } as const
/** What is no alert's link, though a person could add it to an incident. */
const REBOOT = 'http://10.0.0.1/reboot?now=1'
const about: AlertAbout = {
  ...{ description: 'Cards are declined', impact: '', value: '12 %', threshold: '5 %', links: [runbook] },
  facts: [
    { name: 'team', text: 'payments' },
    { name: 'script', text: 'javascript:alert(1)', refused: true },
    { name: 'reboot', text: REBOOT, refused: true },
  ],
}
const head = (bench: Bench) => {
  const incident = bench.ledger.record(bench.incident)?.incident
  if (incident === undefined) throw new Error('The incident is not there')
  return incident
}

/** An incident that is declared from the alert; `told` is what its source answers, `refusals` why nothing is written. */
function declaredFrom(
  told: () => AlertAbout | null | undefined | Promise<AlertAbout | undefined>,
  refusals: Fault[] = [],
) {
  const bench = commandBench(scratchFolder(), { alert: () => alert })
  bench.run('incident:take', { alert: alert.id, severity: 'SEV-2' })
  const asked: string[] = []
  const watch = describeLinkedAlerts({
    clock: bench.clock,
    ledger: {
      ...bench.ledger,
      sends: () => true,
      commit: (...decided) => {
        const fault = refusals.pop()
        return fault === undefined ? bench.ledger.commit(...decided) : { ok: false, fault }
      },
    },
    find: id => (id === alert.id ? alert : undefined),
    about: async row => {
      asked.push(row.id)
      return told()
    },
  })
  const look = async () => {
    watch.watch(head(bench))
    watch.look()
    await new Promise(resolve => setImmediate(() => setImmediate(resolve)))
  }
  return { bench, asked, look, watch }
}

describe('[DI6] what the source of a linked alert says of it', () => {
  it('is written down once, an address that is not opened as refused', async () => {
    const { bench, asked, look } = declaredFrom(() => about)
    await look()
    await look()
    bench.clock.advance(60 * MINUTE)
    await look()
    expect(asked).toEqual(['am/A1'])
    const { url, ...link } = runbook
    const said = { description: 'Cards are declined', impact: '', value: '12 %', threshold: '5 %' }
    const script = { kind: 'other', name: 'script', address: 'javascript:alert(1)', refused: true }
    const reboot = { kind: 'other', name: 'reboot', address: REBOOT, refused: true }
    expect(head(bench).described).toEqual([
      { connection, externalId: 'A1', ...said, links: [{ ...link, address: url }, script, reboot] },
    ])
    expect(bench.ledger.events(bench.incident, 0, 50).filter(({ kind }) => kind === 'alert-described')).toHaveLength(1)
    const lines = bench.ledger.record(bench.incident)?.timeline() ?? []
    expect(lines.some(({ text }) => text.includes('Cards are declined'))).toBe(false)
  })

  it('is asked for again where the source did not answer, and not at once', async () => {
    let told: AlertAbout | undefined
    const { bench, asked, look } = declaredFrom(() => told)
    await look()
    await look()
    expect(asked).toHaveLength(1)
    told = about
    bench.clock.advance(2 * MINUTE)
    await look()
    expect(head(bench).described).toHaveLength(1)
  })

  it('is asked for again, after a longer pause, where the source had nothing to say yet', async () => {
    let told: AlertAbout | null = null
    const { bench, asked, look } = declaredFrom(() => told)
    await look()
    bench.clock.advance(9 * MINUTE)
    await look()
    expect(asked).toHaveLength(1)
    told = { description: '', impact: '', value: '', threshold: '', facts: [], links: [] }
    bench.clock.advance(MINUTE)
    await look()
    bench.clock.advance(9 * MINUTE)
    await look()
    expect(asked).toHaveLength(2)
    expect(head(bench).described).toEqual([])
    told = about
    bench.clock.advance(MINUTE)
    await look()
    expect(head(bench).described).toMatchObject([{ description: 'Cards are declined' }])
  })

  it('is asked for again where it could not be written down', async () => {
    const refusals: Fault[] = [{ kind: 'internal', ...coded('no-engine') }]
    const { bench, asked, look } = declaredFrom(() => about, refusals)
    await look()
    expect(refusals).toEqual([])
    expect(head(bench).described).toEqual([])
    await look()
    expect(asked).toHaveLength(1)
    bench.clock.advance(2 * MINUTE)
    await look()
    expect(head(bench).described).toHaveLength(1)
  })

  it('is asked for at once after the clock was set back, and then not again and again', async () => {
    const { bench, asked, look } = declaredFrom(() => undefined)
    await look()
    bench.clock.set(bench.clock.now() - 600 * MINUTE)
    await look()
    await look()
    expect(asked).toHaveLength(2)
  })

  it('is written down anew of an alert that is linked again', async () => {
    const { bench, asked, look } = declaredFrom(() => about)
    for (const times of [1, 2, 3]) {
      await look()
      expect(asked).toHaveLength(times)
      expect(head(bench).described).toHaveLength(1)
      bench.run('incident:unlink', { connection, externalId: 'A1' })
      await look()
      expect(head(bench).described).toEqual([])
      bench.run('incident:link-page', { alert: alert.id })
    }
  })

  it('is written once where the alert is unlinked and linked again while its source answers', async () => {
    const answers: ((about: AlertAbout) => void)[] = []
    const { bench, look } = declaredFrom(() => new Promise(resolve => answers.push(resolve)))
    await look()
    bench.run('incident:unlink', { connection, externalId: 'A1' })
    await look()
    bench.run('incident:link-page', { alert: alert.id })
    await look()
    expect(answers).toHaveLength(2)
    for (const answer of answers) answer(about)
    await look()
    expect(bench.ledger.events(bench.incident, 0, 50).filter(({ kind }) => kind === 'alert-described')).toHaveLength(1)
  })

  it('goes when the alert is unlinked, also while its source answers', async () => {
    const { bench, look } = declaredFrom(() => about)
    await look()
    expect(head(bench).described).toHaveLength(1)
    bench.run('incident:unlink', { connection, externalId: 'A1' })
    expect(head(bench).described).toEqual([])
    let answer: (about: AlertAbout) => void = () => undefined
    const slow = declaredFrom(() => new Promise(resolve => (answer = resolve)))
    await slow.look()
    slow.bench.run('incident:unlink', { connection, externalId: 'A1' })
    answer(about)
    await slow.look()
    expect(slow.bench.ledger.events(slow.bench.incident, 0, 50).map(({ kind }) => kind)).not.toContain(
      'alert-described',
    )
  })

  it('is not asked for of an incident that is resolved', async () => {
    const { bench, asked, look } = declaredFrom(() => about)
    bench.run('incident:change-status', { to: 'resolved', reason: 'over' })
    await look()
    expect(asked).toEqual([])
  })
})

it('[DI6] the bar has the runbook and the dashboard of an alert, each address once, and what a person added first', () => {
  const links = [
    { kind: 'runbook', name: 'runbook', address: 'https://wiki.example.com/a' },
    { kind: 'dashboard', name: 'dashboard', address: 'https://grafana.example.com/d/1' },
    { kind: 'graph', name: 'graph', address: 'https://prometheus.example.com/graph' },
    { kind: 'runbook', name: 'runbook', address: 'javascript:alert(1)' },
    { kind: 'runbook', name: 'runbook', address: REBOOT, refused: true },
  ] as const
  const said = { connection, externalId: 'A1', description: '', impact: '', value: '', threshold: '', links }
  const added = { id: newId<LinkId>(), kind: 'other', label: 'What to do', url: 'https://wiki.example.com/a' } as const
  expect(linksWithAlerts({ links: [added], described: [said, { ...said, externalId: 'A2' }] })).toEqual([
    added,
    { kind: 'dashboard', label: 'grafana.example.com', url: 'https://grafana.example.com/d/1' },
  ])
})

it('[DI6] an engine that polls Alertmanager writes it by itself, and has it when the alert is over', async () => {
  let isOver = false
  const sent = {
    ...{ fingerprint: 'A1', labels: { alertname: 'Errors', service: 'payments-api' }, status: { state: 'active' } },
    ...{ startsAt: new Date(Date.now() - 5 * MINUTE).toISOString(), generatorURL: 'https://prometheus.example.com/g' },
    annotations: { description: 'Cards are declined', value: '12 %', threshold: '5 %', runbook_url: runbook.url },
  }
  const vendor = await startLoopback(({ url }, response) => {
    sendJson(response, url.pathname.endsWith('/alerts') && !isOver ? [sent] : [])
  })
  const connections: readonly Connection[] = [
    { ...{ id: connection, vendor: 'alertmanager', name: 'am' }, baseUrl: vendor.origin, everySeconds: 1 },
  ]
  const engine = runEngine(scratchFolder(), { connections })
  const open = () => engine.pushed('alerts')?.open
  await expect.poll(open, { timeout: 60_000 }).toBe(1)
  const incident = newId<IncidentId>()
  await engine.ask('incident:take', { incident, alert: 'am/A1', severity: 'SEV-2' })
  await engine.ask('log:follow', { incident, after: 0 })
  const written = () => engine.pushed('log')?.events.find(({ kind }) => kind === 'alert-described')
  await expect.poll(written, { timeout: 60_000 }).toMatchObject({
    body: { alert: { value: '12 %', threshold: '5 %', description: 'Cards are declined' } },
  })
  isOver = true
  await expect.poll(open, { timeout: 60_000 }).toBe(0)
  const document = { incident, handoff: newId<HandoffId>() }
  await engine.ask('handoff:write', document)
  const read = await engine.ask('handoff:read', { ...document, format: 'markdown' })
  expect(JSON.stringify(read)).toContain('Cards are declined')
  expect(JSON.stringify(read)).toContain(runbook.url)
})
