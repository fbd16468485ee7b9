import { chmodSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appendEvents } from '../../../src/main/engine/record/append'
import { writeBundle } from '../../../src/main/engine/record/bundle/write-bundle'
import { inTransaction } from '../../../src/main/engine/storage/database'
import { heldEvents } from '../../../src/main/engine/storage/held-events'
import { readLog } from '../../../src/main/engine/storage/log-reading'
import { beginOwnStream } from '../../../src/main/engine/workspace/own-stream'
import { HOUSE_LOG } from '../../../src/shared/domain/house-log'
import {
  type ConnectionId,
  type IncidentId,
  newId,
  type OutboxItemId,
  type RequestId,
} from '../../../src/shared/domain/ids'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { eventRegistry, mayStandIn } from '../../../src/shared/events/registry'
import { workspaceBegun } from '../../../src/shared/events/workspace-begun'
import { tamper } from '../../support/damaged-record'
import { commandBench, dana } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { replicaOn } from '../../support/replica'
import { runEngine } from '../../support/running-engine'

const page = { connection: 'pd' as ConnectionId, page: { id: 'P1', name: 'Checkout fails' } }
const acknowledge = { kind: 'page-acknowledge', ...page } as const

function oldFolder(): string {
  const folder = scratchFolder()
  cpSync(join(import.meta.dirname, '../../fixtures/records/format-100'), folder, { recursive: true })
  chmodSync(folder, 0o700)
  return folder
}

describe('[WS1] the folder’s own stream', () => {
  it('has an id that is made once, is chained and checked like any other, and is in no list', async () => {
    const folder = scratchFolder()
    const engine = runEngine(folder, {})
    const { workspace, incidents } = await engine.hello()
    expect(incidents).toEqual([])
    expect(workspace).not.toBe(HOUSE_LOG)
    await engine.stop()
    const again = runEngine(folder, {})
    expect((await again.hello()).workspace).toBe(workspace)
    await again.ask('log:follow', { incident: workspace, after: 0 })
    expect(again.pushed('log')?.events.map(({ kind }) => kind)).toEqual(['workspace-begun'])
    const other = runEngine(scratchFolder(), {})
    expect((await other.hello()).workspace).not.toBe(workspace)
  })

  it('begins with what earlier versions wrote without an incident, of which no row is changed or added to', async () => {
    const folder = oldFolder()
    const rows = () => bench.store.db.prepare('SELECT * FROM event WHERE incident = ? ORDER BY seq').all(HOUSE_LOG)
    const bench = commandBench(folder)
    const old = rows()
    beginOwnStream({ store: bench.store, ledger: bench.ledger, logger: keptLogger(), now: 5, asks: true })
    const { workspace } = bench.ledger
    const act = newId<OutboxItemId>()
    // A screen of before may still name it as it was.
    expect(bench.run('acts:ask', { incident: HOUSE_LOG, act, what: acknowledge } as never)).toMatchObject({ ok: true })
    expect(rows()).toEqual(old)
    const acts = bench.ledger.record(workspace)?.incident.acts ?? []
    expect(acts.length).toBeGreaterThan(1)
    expect(acts.at(-1)?.id).toBe(act)
    expect(bench.ledger.record(HOUSE_LOG)).toBe(bench.ledger.record(workspace))
    const kinds = ['workspace-begun', 'origin-changed', 'suppression-rules-carried', 'person-named', 'act-asked']
    const follow = (after: number) => bench.ledger.events(workspace, after, 1)[0]
    const seen = []
    for (let next = follow(0); next !== undefined; next = follow(next.seq)) seen.push(next)
    expect(seen.map(({ incident }) => incident)).toEqual([...old.map(() => HOUSE_LOG), ...kinds.map(() => workspace)])
    // The fixture has no key beside it: what wrote it may still run.
    expect(seen.slice(-kinds.length).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('stays writable where its beginning is damaged, and names the damage', async () => {
    const folder = oldFolder()
    tamper(folder, `UPDATE event SET at = at + 1 WHERE incident = '${HOUSE_LOG}'`)
    const engine = runEngine(folder, {})
    const { workspace } = await engine.hello()
    const asked = await engine.call('acts:ask', { incident: workspace, act: newId<OutboxItemId>(), what: acknowledge })
    expect(asked).toMatchObject({ ok: true })
    expect((await engine.hello()).recordProblems).toContainEqual(
      expect.objectContaining({ kind: 'damaged', incident: HOUSE_LOG }),
    )
  })
})

describe('[WS2] each kind of event has its place', () => {
  it('which the registry says, and an append elsewhere writes nothing', () => {
    const { ledger, incident, run } = commandBench(scratchFolder())
    run('incident:declare', { title: 'Cards fail', severity: 'SEV-2', impact: '' })
    const line = entryAdded.draft({ entry: newId(), kind: 'note', text: 'in no incident', pinned: false }, 7, dana)
    const begun = workspaceBegun.draft({ origin: 'a'.repeat(32) }, 7, dana)
    const seq = ledger.lastSeq(incident)
    expect(ledger.commit(ledger.workspace, newId(), { events: [line] }, 7).ok).toBe(false)
    expect(ledger.commit(incident, newId(), { events: [begun] }, 7).ok).toBe(false)
    expect([ledger.lastSeq(incident), ledger.lastSeq(ledger.workspace)]).toEqual([seq, 0])
    const both = Object.keys(eventRegistry).filter(
      kind => mayStandIn(kind as never, 'incident') && mayStandIn(kind as never, 'workspace'),
    )
    const acts = ['act-asked', 'act-done', 'act-failed', 'act-found-twice', 'act-superseded', 'act-unknown']
    expect(both).toEqual([...acts, 'person-named'])
  })

  it('and a call that needs an incident is refused there', () => {
    const { ledger, run } = commandBench(scratchFolder())
    const declare = { incident: ledger.workspace, title: 'Cards fail', severity: 'SEV-2', impact: '' } as never
    expect(run('incident:declare', declare)).toMatchObject({ ok: false, fault: { code: 'no-such-incident' } })
  })
})

describe('[WS3] the folder’s own stream stays in its folder', () => {
  it('is put into no file, and taken from none', async () => {
    const bench = commandBench(scratchFolder())
    const { ledger, store } = bench
    beginOwnStream({ store, ledger, logger: keptLogger(), now: 5, asks: true })
    const file = join(scratchFolder(), 'x.quarterdeck')
    const incident = ledger.workspace
    expect(await writeBundle(store, { incident, file, drill: false })).toMatchObject({
      ok: false,
      fault: { code: 'not-here' },
    })
    expect(ledger.merge({ incident, drill: false, rows: [] }, 5)).toMatchObject({
      ok: false,
      fault: { code: 'reserved' },
    })
  })

  it('holds an event of a folder that comes in the log of an incident', () => {
    const [from, to] = [replicaOn(scratchFolder()), replicaOn(scratchFolder())]
    const incident = newId<IncidentId>()
    from.declare(incident)
    const { db, origin } = from.store
    // As a stranger may write it: chained and whole, in the wrong place.
    const append = {
      ...{
        incident,
        stream: 'workspace' as const,
        request: newId<RequestId>(),
        origin: origin.id,
        now: 9,
        systemNow: 9,
      },
      drafts: [workspaceBegun.draft({ origin: 'a'.repeat(32) }, 7, { kind: 'engine' })],
    } as const
    inTransaction(db, () => appendEvents(db, append, readLog(db, incident, origin.id).end))
    expect(to.take(incident, from.rows(incident))).toMatchObject({ ok: true, value: { added: 1, held: 1 } })
    expect(heldEvents(to.store.db, incident).map(({ reason }) => reason)).toEqual(['misplaced'])
    expect(to.ledger.record(incident)?.incident.workspace).toBeNull()
    expect(to.bytes(incident)).toBe(from.bytes(incident))
  })
})
