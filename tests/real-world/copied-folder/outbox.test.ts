import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import type { IncidentId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import type { Loopback } from '../../support/open-loopback'
import {
  askPost,
  copyOf,
  declare,
  folderWithUnfinished,
  type OpenFolder,
  openFolder,
  postsOf,
  publishUpdate,
  startSlack,
} from './stage'

/** Long enough for every look and every wait of the outbox, step by step, with a turn for the line after each. */
async function letPass(engine: OpenFolder): Promise<void> {
  for (let minute = 0; minute < 5; minute += 1) {
    engine.clock.advance(MINUTE)
    await new Promise(done => setImmediate(done))
  }
}

/** Runs it for as long as anything could take, and ends it: the vendor was asked for nothing. */
async function expectSilence(engine: OpenFolder, vendor: Loopback): Promise<void> {
  engine.start()
  await letPass(engine)
  await engine.stop()
  expect(vendor.seen).toEqual([])
}

const nothingKnown = ['unknown', 'unknown', 'unknown', 'unknown', 'unknown']

function noted(engine: OpenFolder, incident: IncidentId): number {
  const lines = engine.ledger.record(incident)?.timeline() ?? []
  return lines.filter(({ text }) => text.includes('copied or restored')).length
}

describe('[OB23] a copied folder', () => {
  it('sends nothing of what the first one left, looks nothing up, and says once of each that nobody knows', async () => {
    const vendor = await startSlack()
    const { folder, incident } = await folderWithUnfinished(vendor)
    const copy = copyOf(folder)
    for (const start of ['first', 'second']) {
      const engine = openFolder(copy, vendor)
      engine.start()
      await letPass(engine)
      expect(engine.standing(incident)).toEqual(nothingKnown)
      expect(engine.delivery(incident)).toEqual(['unknown'])
      expect(noted(engine, incident)).toBe(6)
      await engine.stop()
      expect(vendor.seen, start).toEqual([])
    }
    const first = openFolder(folder, vendor)
    expect(first.store.origin.incarnation).toBe('same')
    first.start()
    first.clock.advance(MINUTE)
    await expect.poll(() => first.delivery(incident)).toEqual(['published'])
    expect(postsOf(vendor)).toContain('waiting')
  })

  it('owns nothing either where it was killed as soon as it had its own key, or in the midst of noting', async () => {
    const vendor = await startSlack()
    const { folder, incident } = await folderWithUnfinished(vendor)
    const copy = copyOf(folder)
    // Killed with the key on disk, and nothing noted.
    expect(openFolder(copy, vendor).store.origin.incarnation).toBe('copied')
    const second = openFolder(copyOf(copy), vendor)
    second.store.db.exec(`
      CREATE TEMP TRIGGER stops BEFORE INSERT ON event
      WHEN (SELECT COUNT(*) FROM act WHERE state = 'left') = 3 BEGIN SELECT RAISE(ABORT, 'killed'); END`)
    expect(second.note()).toBe(3)
    // The disk refuses the rest: it is not sent all the same.
    await expectSilence(second, vendor)
    const third = openFolder(join(second.store.folder), vendor)
    expect(third.store.origin.incarnation).toBe('same')
    await expectSilence(third, vendor)
    expect(third.standing(incident)).toEqual(nothingKnown)
    expect(noted(third, incident)).toBe(6)
  })

  it('made while the first one runs sends nothing, and the first one each once', async () => {
    const vendor = await startSlack()
    const folder = scratchFolder()
    const first = openFolder(folder, vendor)
    const outbox = first.start()
    const incident = declare(first)
    publishUpdate(first, incident)
    const copy = openFolder(copyOf(folder), vendor)
    await expectSilence(copy, vendor)
    expect(copy.delivery(incident)).toEqual(['unknown'])
    outbox.wake()
    await letPass(first)
    await expect.poll(() => first.delivery(incident)).toEqual(['published'])
    expect(postsOf(vendor)).toHaveLength(1)
  })

  it('of a copy owns nothing either, and what it asks for itself it sends', async () => {
    const vendor = await startSlack()
    const { folder, incident } = await folderWithUnfinished(vendor)
    const between = openFolder(copyOf(folder), vendor)
    between.start()
    await between.stop()
    const engine = openFolder(copyOf(between.store.folder), vendor)
    const outbox = engine.start()
    askPost(engine, incident, 'mine')
    outbox.wake()
    await letPass(engine)
    await expect.poll(() => engine.standing(incident)).toEqual([...nothingKnown, 'done'])
    expect(postsOf(vendor)).toEqual(['mine'])
    expect(noted(engine, incident)).toBe(6)
  })

  it('sends again what a person says, once it was looked for', async () => {
    const vendor = await startSlack()
    const { folder, incident } = await folderWithUnfinished(vendor)
    const engine = openFolder(copyOf(folder), vendor)
    const outbox = engine.start()
    expect(engine.answer('gone')).toMatchObject({ ok: true })
    const [row] = openItems(engine.store.db)
    expect(engine.run('acts:settle', { incident, act: row?.id, word: 'send-again' })).toMatchObject({ ok: true })
    outbox.wake()
    const paths = () => vendor.seen.map(({ url }) => url.pathname)
    await expect
      .poll(() => {
        engine.clock.advance(MINUTE)
        return engine.standing(incident)[0]
      })
      .toBe('done')
    expect(paths().at(0)).toContain('conversations.history')
    expect(postsOf(vendor)).toEqual(['waiting'])
  })
})

describe('[OB23] what another folder left is not sent either', () => {
  it('where the key of this one was lost', async () => {
    const vendor = await startSlack()
    const { folder, incident } = await folderWithUnfinished(vendor)
    rmSync(join(folder, 'origin.key'))
    const engine = openFolder(folder, vendor)
    await expectSilence(engine, vendor)
    expect(engine.standing(incident)).toEqual(nothingKnown)
  })

  it('where the folder is of a version that did not note whose items are, and was copied before it was opened', async () => {
    const vendor = await startSlack()
    const { folder, incident } = await folderWithUnfinished(vendor)
    const older = openFolder(folder, vendor)
    older.store.db.exec("UPDATE act SET origin = ''")
    await older.stop()
    const copy = copyOf(folder)
    // Killed with the new key on disk.
    await openFolder(copy, vendor).stop()
    const engine = openFolder(copy, vendor)
    await expectSilence(engine, vendor)
    expect(engine.standing(incident)).toEqual(nothingKnown)
  })
})

it('[RK2] a folder that was only moved is the same, and goes on with what it was sending', async () => {
  const vendor = await startSlack()
  const { folder, incident } = await folderWithUnfinished(vendor)
  const moved = join(scratchFolder(), 'moved')
  renameSync(folder, moved)
  const engine = openFolder(moved, vendor)
  expect(engine.store.origin.incarnation).toBe('same')
  engine.start()
  engine.clock.advance(MINUTE)
  await expect.poll(() => engine.delivery(incident)).toEqual(['published'])
  expect(noted(engine, incident)).toBe(0)
})
