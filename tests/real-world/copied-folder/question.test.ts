import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import { MINUTE } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import { runEngine } from '../../support/running-engine'
import { copyOf, declare, folderWithUnfinished, openFolder, postsOf, startSlack } from './stage'

describe('[WS4] the question of a copied or restored folder', () => {
  it('is asked once for each new origin, outlives every restart, and ends with an answer that sends nothing', async () => {
    const vendor = await startSlack()
    const { folder } = await folderWithUnfinished(vendor)
    const copy = copyOf(folder)
    for (let start = 0; start < 3; start += 1) {
      const engine = openFolder(copy, vendor)
      engine.start()
      expect(engine.notice()).toMatchObject({ origin: engine.store.origin.id, other: null, leftBehind: 6 })
      await engine.stop()
    }
    const engine = openFolder(copy, vendor)
    const outbox = engine.start()
    const asked = engine.ledger.events(engine.ledger.workspace, 0, 100).filter(({ kind }) => kind === 'origin-changed')
    expect(asked).toHaveLength(1)
    expect(engine.answer('gone')).toMatchObject({ ok: true })
    outbox.wake()
    engine.clock.advance(10 * MINUTE)
    expect(engine.notice()).toMatchObject({ other: 'gone', leftBehind: 6 })
    await engine.stop()
    expect(vendor.seen).toEqual([])
    const again = openFolder(copy, vendor)
    again.start()
    expect(again.notice()).toMatchObject({ other: 'gone', leftBehind: 6 })
    // A copy of the copy asks anew: it is another folder that may still run.
    const second = openFolder(copyOf(copy), vendor)
    second.start()
    expect(second.notice()).toMatchObject({ origin: second.store.origin.id, other: null })
  })

  it('lets nothing of the other one be sent again before it is said to be gone, nor while it runs', async () => {
    const vendor = await startSlack()
    const { folder, incident } = await folderWithUnfinished(vendor)
    const engine = openFolder(copyOf(folder), vendor)
    engine.start()
    const act = openItems(engine.store.db)[0]?.id
    const [update] = engine.ledger.record(incident)?.incident.updates ?? []
    const sendAgain = () => [
      engine.run('acts:settle', { incident, act, word: 'send-again' }),
      engine.run('comms:settle', { incident, update: update?.id, word: 'send-again' }),
    ]
    for (const reply of sendAgain())
      expect(reply).toMatchObject({ ok: false, fault: { code: 'other-folder-unanswered' } })
    expect(engine.answer('runs')).toMatchObject({ ok: true })
    for (const reply of sendAgain()) expect(reply).toMatchObject({ ok: false, fault: { code: 'other-folder-runs' } })
    // What a person knows to be out they may say at any time.
    expect(engine.run('acts:settle', { incident, act, word: 'it-is-done' })).toMatchObject({ ok: true })
    expect(engine.notice()).toMatchObject({ other: 'runs', leftBehind: 5 })
    expect(engine.answer('gone')).toMatchObject({ ok: true })
    expect(engine.run('comms:settle', { incident, update: update?.id, word: 'send-again' })).toMatchObject({ ok: true })
    await engine.stop()
    expect(postsOf(vendor)).toEqual([])
  })

  it('keeps who answered and when, and refuses the second of two answers that did not know of the first', async () => {
    const vendor = await startSlack()
    const folder = scratchFolder()
    const first = openFolder(folder, vendor)
    first.start()
    declare(first)
    const engine = openFolder(copyOf(folder), vendor)
    engine.start()
    expect(engine.answer('runs', null)).toMatchObject({ ok: true })
    expect(engine.answer('gone', null)).toMatchObject({ ok: false, fault: { code: 'changed-meanwhile' } })
    const copied = engine.ledger.record(engine.ledger.workspace)?.incident.workspace?.copied
    expect(copied).toMatchObject({ from: first.store.origin.id, answer: { other: 'runs', at: engine.clock.now() } })
    expect(copied?.answer?.by).toMatchObject({ kind: 'person', responder: { name: 'Dana Scully' } })
    // Nothing was left behind: with the answer there is no more to say.
    expect(engine.notice()).toBeNull()
    const stale = { incident: engine.ledger.workspace, origin: first.store.origin.id, other: 'gone', was: null }
    expect(engine.run('folder:answer', stale)).toMatchObject({ ok: false, fault: { code: 'no-such-copy' } })
    const incident = engine.ledger.summaries()[0]?.id
    expect(engine.run('folder:answer', { ...stale, incident })).toMatchObject({
      ok: false,
      fault: { code: 'no-such-incident' },
    })
  })

  it('is asked where the key was lost, and where nobody noted it because the disk refused or the engine was killed', async () => {
    const vendor = await startSlack()
    const { folder } = await folderWithUnfinished(vendor)
    const whole = openFolder(folder, vendor)
    whole.start()
    const before = whole.store.origin.id
    await whole.stop()
    rmSync(join(folder, 'origin.key'))
    // Killed as soon as there is a new key.
    await openFolder(folder, vendor).stop()
    const full = openFolder(folder, vendor)
    full.store.db.exec("CREATE TEMP TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    full.start()
    expect(full.notice()).toBeNull()
    await full.stop()
    const engine = openFolder(folder, vendor)
    engine.start()
    expect(engine.notice()).toMatchObject({ other: null })
    expect(engine.ledger.record(engine.ledger.workspace)?.incident.workspace?.copied?.from).toBe(before)
    expect(vendor.seen).toEqual([])
  })

  it('is the same in every window, in a real engine, and is not asked of a folder that is new or was only started again', async () => {
    const folder = scratchFolder()
    const first = runEngine(folder, {})
    expect((await first.hello()).copied).toBeNull()
    await first.stop()
    const again = runEngine(folder, {})
    expect((await again.hello()).copied).toBeNull()
    await again.stop()
    const copy = runEngine(copyOf(folder), {})
    const { copied, workspace } = await copy.hello()
    expect(copied).toMatchObject({ stream: workspace, other: null, leftBehind: 0 })
    if (copied === null) throw new Error('Nothing is asked')
    await copy.ask('folder:answer', { incident: workspace, origin: copied.origin, other: 'gone', was: null })
    expect(copy.pushed('copied')).toBeNull()
    expect((await copy.hello()).copied).toBeNull()
  })
})
