import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readBundle } from '../../../src/main/engine/record/bundle/read-bundle'
import { slicesOf } from '../../../src/main/engine/record/bundle/slices'
import { takeBundle } from '../../../src/main/engine/record/bundle/take-bundle'
import { writeBundle } from '../../../src/main/engine/record/bundle/write-bundle'
import type { ImportBatch } from '../../../src/main/engine/record/import'
import { openStore } from '../../../src/main/engine/storage/store'
import { openWorkers } from '../../../src/main/engine/workers/workers'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { scratchFolder } from '../../support/folders'
import { type Replica, replicaOf } from '../../support/replica'
import { watched } from '../../support/watched-record'
import { workerFrom, workerSource } from '../../support/worker-source'

const by = { kind: 'engine' } as const
const aLine = (text: string) => entryAdded.draft({ entry: newId(), kind: 'note', text, pinned: false }, 7, by)

function storeOn(folder: string) {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  return store.value
}

function machine(folder = scratchFolder()) {
  const store = storeOn(folder)
  let closed = false
  const close = () => {
    if (!closed) store.close()
    closed = true
  }
  onTestFinished(close)
  return { ...replicaOf(store), store, folder, close }
}

function workersOf(entry = workerSource) {
  const workers = openWorkers(entry)
  onTestFinished(() => workers.stop())
  return workers
}

/** A bundle of an incident with so many lines. */
async function bundleOf(lines: number) {
  const from = machine()
  const incident = newId<IncidentId>()
  from.declare(incident)
  from.write(incident, ...Array.from({ length: lines }, (_, n) => aLine(`line ${n}`)))
  const file = join(from.folder, 'incident.quarterdeck')
  expect(await writeBundle(from.store, { incident, file, drill: false })).toMatchObject({ ok: true })
  return { from, incident, file }
}

const mergeInto = (to: Replica) => (batch: ImportBatch) => to.ledger.merge(batch, 9)

describe('[RK14] a bundle that a thread reads', () => {
  it('is taken in parts, between which others have their turn', async () => {
    const { from, incident, file } = await bundleOf(2_000)
    const to = machine()
    let [turns, seen] = [0, 0]
    const turnsBefore: number[] = []
    const merge = (batch: ImportBatch) => {
      turnsBefore.push(turns - seen)
      seen = turns
      return to.ledger.merge(batch, 9)
    }
    let over = false
    const taking = takeBundle(file, { workers: workersOf(), drill: false, merge }).finally(() => {
      over = true
    })
    while (!over) {
      await turn()
      turns += 1
    }
    expect(await taking).toMatchObject({ ok: true, value: { imported: { added: 2_001, known: 0 } } })
    expect(turnsBefore.length).toBeGreaterThan(5)
    expect(turnsBefore.every(count => count > 0)).toBe(true)
    expect(to.bytes(incident)).toBe(from.bytes(incident))
    expect(to.shown(incident)).toEqual(from.shown(incident))
  })

  it('that broke off midway left a whole record, and brings the rest when it is taken again', async () => {
    const { from, incident, file } = await bundleOf(30)
    const folder = scratchFolder()
    const first = machine(folder)
    let parts = 0
    const breaking = takeBundle(file, {
      ...{ workers: workersOf(), drill: false, most: 10 },
      merge(batch) {
        parts += 1
        // As if the process had been killed between two commits.
        if (parts > 2) throw new Error('killed')
        return first.ledger.merge(batch, 9)
      },
    })
    await expect(breaking).rejects.toThrow('killed')
    expect(first.rows(incident)).toHaveLength(20)
    first.close()
    const again = machine(folder)
    const { watch, found } = watched(again.store)
    await watch.checked
    expect(found).toEqual([])
    const taken = await takeBundle(file, { workers: workersOf(), drill: false, most: 10, merge: mergeInto(again) })
    expect(taken).toMatchObject({ ok: true, value: { imported: { added: 11, known: 20 } } })
    expect(again.bytes(incident)).toBe(from.bytes(incident))
    const after = watched(again.store)
    await after.watch.checked
    expect(after.found).toEqual([])
  })

  it('of which the record here refuses a part is taken no further, and says why', async () => {
    const { file } = await bundleOf(30)
    const to = machine()
    const taken = await takeBundle(file, { workers: workersOf(), drill: true, most: 10, merge: mergeInto(to) })
    expect(taken).toMatchObject({ ok: false, fault: { code: 'other-environment' } })
  })

  it('that any record would refuse is refused before a part of it is taken', async () => {
    // Chained and signed by its own origin, and with nothing that begins it.
    const { store, write, folder } = machine()
    const incident = newId<IncidentId>()
    write(incident, ...Array.from({ length: 30 }, (_, n) => aLine(`line ${n}`)))
    const file = join(folder, 'incident.quarterdeck')
    expect(await writeBundle(store, { incident, file, drill: false })).toMatchObject({ ok: true })
    const parts: unknown[] = []
    const merge = (batch: ImportBatch) => {
      parts.push(batch)
      return machine().ledger.merge(batch, 9)
    }
    const taken = await takeBundle(file, { workers: workersOf(), drill: false, most: 10, merge })
    expect(taken).toMatchObject({ ok: false, fault: { code: 'no-beginning' } })
    expect(parts).toEqual([])
  })

  it('whose thread cannot be started or is cancelled is a fault, and nothing was taken', async () => {
    const { file } = await bundleOf(3)
    const to = machine()
    const nowhere = workersOf(workerFrom(new URL('./no-such-worker.ts', import.meta.url)))
    const merge = mergeInto(to)
    expect(await takeBundle(file, { workers: nowhere, drill: false, merge })).toMatchObject({
      ok: false,
      fault: { code: 'crashed' },
    })
    const cancelled = takeBundle(file, { workers: workersOf(), drill: false, merge, signal: AbortSignal.abort() })
    expect(await cancelled).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
    expect(to.ledger.summaries()).toEqual([])
  })
})

describe('[RK14] parts of a batch', () => {
  it('have all of it once, each origin by its counters, whatever times a stranger wrote', async () => {
    const { file } = await bundleOf(40)
    const read = await readBundle(file)
    if (!read.ok) throw new Error(read.fault.code)
    const { batch } = read.value
    const rows = batch.rows.map((row, n) => ({ ...row, hlcMs: 1_000 - n, origin: n % 3 === 0 ? 'a' : 'b' }))
    const parts = [...slicesOf({ ...batch, rows }, 7)]
    const all = parts.flatMap(part => part.rows)
    expect(new Set(all)).toEqual(new Set(rows))
    for (const origin of ['a', 'b']) {
      const counters = all.filter(row => row.origin === origin).map(({ counter }) => counter)
      expect(counters).toEqual(counters.toSorted((x, y) => x - y))
    }
    expect(parts.map(part => part.heads !== undefined)).toEqual([...Array(parts.length - 1).fill(false), true])
  })

  it('never part an erased body from what erased it', async () => {
    const { file } = await bundleOf(40)
    const read = await readBundle(file)
    if (!read.ok) throw new Error(read.fault.code)
    const rows = [...read.value.batch.rows].sort((a, b) => a.counter - b.counter)
    const erased = rows[3]
    if (erased === undefined) throw new Error('It is too short')
    rows[3] = { ...erased, body: '', salt: '', summary: '' } as never
    rows[30] = { ...rows[30], kind: 'body-erased', body: JSON.stringify({ event: erased.id }) } as never
    const parts = [...slicesOf({ ...read.value.batch, rows }, 5)]
    const partOf = (counter: number) => parts.findIndex(part => part.rows.some(row => row.counter === counter))
    expect(partOf(31)).toBe(partOf(4))
    expect(parts.length).toBeGreaterThan(1)
  })

  it('bring each picture with the first line that names it', () => {
    const content = Buffer.from('picture')
    const hash = createHash('sha256').update(content).digest('hex') as never
    const attachment = { hash, type: 'image/png', size: content.length } as const
    const row = (counter: number, named: boolean) =>
      ({
        ...{ env: 2, origin: 'a', counter, hlcMs: counter, kind: 'entry-added', id: `${counter}`, salt: 's' },
        body: JSON.stringify({ attachments: named ? [attachment] : [] }),
      }) as never
    const rows = [row(1, false), row(2, true), row(3, true)]
    const parts = [...slicesOf({ incident: newId(), rows, attachments: [{ attachment, content }] }, 1)]
    expect(parts.map(({ attachments }) => attachments?.length)).toEqual([0, 1, 0])
  })
})
