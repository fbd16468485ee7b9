import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { realTimeClock } from '../../../src/main/engine/clock/clock'
import { openModes } from '../../../src/main/engine/mode/worlds'
import { eventsOf } from '../../../src/main/engine/outbox/handlers/handlers'
import { runCommand } from '../../../src/main/engine/sessions/dispatch'
import { openItems, readQueuedItem } from '../../../src/main/engine/storage/queued-items'
import { vendorName } from '../../../src/shared/contract/vendors'
import { defaultCadence } from '../../../src/shared/domain/cadence'
import { type ConnectionId, type IncidentId, newId, type OutboxItemId } from '../../../src/shared/domain/ids'
import { followsByRule, type VendorRequest, vendorOfRequest } from '../../../src/shared/domain/vendor-request'
import type { IncidentEvent } from '../../../src/shared/events/registry'
import { contractActs } from '../../contract/acts'
import { commandBench, dana } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { shippedLintParts } from '../../support/shipped-lint'
import { shippedPlaybooks, shippedRules } from '../../support/shipped-method'
import { workerSource } from '../../support/worker-source'

const screen = 'Chrome on Linux, window 3f2a'
/** An update that is out, and a room that was opened, have tests of their own: here there is neither. */
const needsMore: readonly VendorRequest['kind'][] = ['update-edit', 'chat-archive']
const all = Object.values<readonly VendorRequest[]>(contractActs)
  .flat()
  .filter(({ kind }) => !needsMore.includes(kind))

describe('[AC4] each act leaves in the timeline who asked, from which screen, and what was answered', () => {
  const byHand = all.filter(what => !followsByRule(what)).map(what => [what.kind, what] as const)

  it.each(byHand)('%s', (_kind, what) => {
    const bench = commandBench(scratchFolder(), {
      act: id => readQueuedItem(bench.store.db, id),
      openItems: () => openItems(bench.store.db),
    })
    bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
    const act = newId<OutboxItemId>()
    const around = {
      now: bench.clock.now(),
      drill: false,
      objectionSpan: () => 120_000,
      approvalNeeded: () => false,
      present: () => [],
      holdingPost: () => undefined,
      ...shippedLintParts,
      cancelWindow: () => 0,
      gate: () => undefined,
      cadence: () => defaultCadence,
      method: () => shippedRules,
      playbooks: () => shippedPlaybooks,
      channels: () => [],
    }
    const nothing = {
      alert: () => undefined,
      incidentsOf: () => [],
      proposal: () => undefined,
      sources: () => [],
      held: () => [],
      rooms: () => ({ proposals: [], feeds: [] }),
      attachment: () => undefined,
    }
    const rows = { act: () => undefined, openItems: () => [], annotators: () => [], erasable: () => [] }
    const command = {
      name: 'acts:ask',
      input: { incident: bench.incident, act, what },
      request: newId<never>(),
    } as const
    const reply = runCommand(bench.ledger, { ...around, ...nothing, ...rows }, { ...command, by: { ...dana, screen } })
    expect(reply).toMatchObject({ ok: true })
    const lines = () => bench.ledger.record(bench.incident)?.timeline() ?? []
    expect(lines().at(-1)).toMatchObject({ text: expect.stringMatching(/^Requested: /), by: { ...dana, screen } })

    const row = readQueuedItem(bench.store.db, act)
    if (row === undefined) throw new Error('The act is not there')
    const told = (turn: Parameters<typeof eventsOf>[1]) => {
      const now = bench.clock.now()
      bench.ledger.commit(bench.incident, newId(), { events: eventsOf(row, turn, now) }, now)
      return lines().findLast(({ kind }) => kind === 'action')
    }
    const answers = { kind: 'vendor', name: vendorName[vendorOfRequest(what)] }
    expect(told({ outcome: 'unknown', reason: '504 of a gateway' })?.text).toContain('504 of a gateway')
    expect(told({ outcome: 'failed', reason: '403: missing scope' })?.text).toContain('403: missing scope')
    const delivered = { externalId: 'X1', url: null }
    expect(told({ outcome: 'delivered', delivered })).toMatchObject({
      text: expect.stringMatching(/^Done: /),
      by: answers,
    })
  })

  it('over the line of a screen that said its name, and through a vendor’s stand-in', async () => {
    const worlds = await openModes({
      folder: scratchFolder(),
      resources: join(import.meta.dirname, '../../../resources'),
      version: '0',
      start: { drill: 'payments-outage', speed: 60 },
      ports: {
        clock: realTimeClock(),
        secrets: { read: () => null, write: () => undefined, forget: () => undefined, place: 'memory' },
        settings: { read: () => ({ me: null, connections: [], panels: [], cancelWindow: 0 }), write: () => undefined },
        ...{ logger: keptLogger(), notify: () => undefined, random: Math.random, defaultName: 'Dana' },
        worker: workerSource,
      },
    })
    if (!worlds.ok) throw new Error(worlds.fault.message)
    onTestFinished(() => worlds.value.stop())
    const done = Promise.withResolvers<IncidentEvent>()
    const seen: IncidentEvent[] = []
    const session = worlds.value.openSession((name, payload) => {
      if (name !== 'log') return
      seen.push(...(payload as { readonly events: readonly IncidentEvent[] }).events)
      const end = seen.find(({ kind }) => kind === 'act-done')
      if (end !== undefined) done.resolve(end)
    }, 'host')
    const incident = newId<IncidentId>()
    const call = (name: string, input: object) => session.call(newId(), name, input)
    await call('session:hello', { name: 'Ada', screen })
    await call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-2', impact: '' })
    await call('log:follow', { incident, after: 0 })
    const components = [{ id: 'cmpcheckout1', name: 'Checkout', status: 'partial_outage', before: 'operational' }]
    const connection = 'drill-statuspage' as ConnectionId
    await call('acts:ask', { incident, act: newId(), what: { kind: 'components-set', connection, components } })
    expect((await done.promise).by).toEqual({ kind: 'vendor', name: 'Statuspage' })
    const asked = seen.find(({ kind }) => kind === 'act-asked')
    expect(asked?.by).toMatchObject({ kind: 'person', responder: { name: 'Ada' }, screen })
  })
})
