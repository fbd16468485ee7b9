import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBundle } from '../../../src/main/engine/record/bundle/read-bundle'
import { takeBundle } from '../../../src/main/engine/record/bundle/take-bundle'
import { writeBundle } from '../../../src/main/engine/record/bundle/write-bundle'
import type { ImportBatch } from '../../../src/main/engine/record/import'
import { countAttachments, writeAttachment } from '../../../src/main/engine/storage/attachments'
import { readLog } from '../../../src/main/engine/storage/log-reading'
import { originHeadsOf } from '../../../src/main/engine/storage/origin-heads'
import { openStore, type Store } from '../../../src/main/engine/storage/store'
import { openWorkers } from '../../../src/main/engine/workers/workers'
import { type ContentHash, type IncidentId, newId } from '../../../src/shared/domain/ids'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { ok } from '../../../src/shared/lib/reply'
import { scratchFolder } from '../../support/folders'
import { type Replica, replicaOf, replicaOn } from '../../support/replica'
import { workerSource } from '../../support/worker-source'

/** What carries events from one machine to another. A parcel is what is on the way. */
interface Carrier {
  readonly name: string
  /** All that `from` has of an incident. */
  pack(from: Replica, incident: IncidentId): Promise<Buffer>
  /** What is taken one after the other. Undefined: the parcel was refused, and nothing of it may be taken. */
  unpack(parcel: Buffer): Promise<readonly Batch[] | undefined>
}

type Batch = Omit<ImportBatch, 'drill'>

let folder = ''
let parcels = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-carriers-'))
})
afterAll(() => rm(folder, { recursive: true }))

const nextFile = () => {
  parcels += 1
  return join(folder, `${parcels}.quarterdeck`)
}

const files: Carrier = {
  name: 'a file',
  async pack(from, incident) {
    const file = nextFile()
    const written = await writeBundle({ ...(from.store as Store), folder }, { incident, file, drill: false })
    if (!written.ok) throw new Error(`${written.fault.code} ${written.fault.where}`)
    return readFileSync(file)
  },
  async unpack(parcel) {
    const file = nextFile()
    writeFileSync(file, parcel)
    const read = await readBundle(file)
    return read.ok ? [read.value.batch] : undefined
  },
}

/** The same, read by a thread and taken in parts of two rows. */
const filesInParts: Carrier = {
  name: 'a file that a thread reads',
  pack: files.pack,
  async unpack(parcel) {
    const file = nextFile()
    writeFileSync(file, parcel)
    const parts: Batch[] = []
    const merge = ({ drill: _, ...part }: ImportBatch) => {
      parts.push(part)
      return ok({ added: 0, known: 0, held: 0, forked: 0 })
    }
    const taken = await takeBundle(file, { workers, drill: false, merge, most: 2 })
    if (!taken.ok) expect(parts).toEqual([])
    return taken.ok ? parts : undefined
  },
}

const workers = openWorkers(workerSource)
afterAll(() => workers.stop())

/** Takes all parts of a parcel. */
function takeAll(to: Replica, batches: readonly Batch[]) {
  const total = { added: 0, known: 0, held: 0 }
  for (const batch of batches) {
    const taken = to.ledger.merge({ ...batch, drill: false }, 9)
    if (!taken.ok) return taken
    for (const name of ['added', 'known', 'held'] as const) total[name] += taken.value[name]
  }
  return ok(total)
}

const pictureBytes = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
describe.each([files, filesInParts])('[RK11] a carrier of events: $name', ({ pack, unpack }) => {
  const incident = newId<IncidentId>()
  const machine = () => replicaOn(scratchFolder())

  async function carry(from: Replica, to: Replica) {
    const batches = await unpack(await pack(from, incident))
    if (batches === undefined) throw new Error('The parcel was refused')
    return takeAll(to, batches)
  }

  async function apart(): Promise<readonly [Replica, Replica]> {
    const [a, b] = [machine(), machine()]
    a.declare(incident)
    await carry(a, b)
    a.note(incident, 'at a: käse 🧀 \u202e')
    b.note(incident, 'at b')
    return [a, b]
  }

  it('brings all of it, and what is sent on from there is the same bytes', async () => {
    const [a, c] = [machine(), machine()]
    a.declare(incident)
    a.note(incident, 'one')
    const parcel = await pack(a, incident)
    expect(takeAll(c, (await unpack(parcel)) ?? [])).toMatchObject({ ok: true, value: { added: 2 } })
    expect((await pack(c, incident)).equals(parcel)).toBe(true)
    expect(c.shown(incident)).toEqual(a.shown(incident))
  })

  it('makes A and B the same as B and A, and brings nothing twice', async () => {
    const [a, b] = await apart()
    await carry(b, a)
    await carry(a, b)
    expect(b.bytes(incident)).toBe(a.bytes(incident))
    expect(b.shown(incident)).toEqual(a.shown(incident))
    expect(await carry(b, a)).toMatchObject({ ok: true, value: { added: 0, known: 3 } })
    expect(await carry(a, a)).toMatchObject({ ok: true, value: { added: 0 } })
    for (const { store } of [a, b]) expect(readLog(store.db, incident, store.origin.id).damage).toBeNull()
  })

  it('brings what a third machine wrote as it was, with its signed head', async () => {
    const [a, b] = await apart()
    await carry(b, a)
    const c = machine()
    await carry(a, c)
    expect(c.bytes(incident)).toBe(a.bytes(incident))
    const origins = originHeadsOf(c.store.db, incident).map(({ origin }) => origin)
    expect(origins).toEqual([a.store.origin.id, b.store.origin.id].sort())
  })

  it('is refused for any flipped bit and for any cut', async () => {
    const a = machine()
    a.declare(incident)
    a.note(incident, 'one')
    const parcel = await pack(a, incident)
    const changes = Array.from({ length: 60 }, (_, n) => {
      const at = Math.floor((n * (parcel.length - 1)) / 59)
      const flipped = Buffer.from(parcel)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (n % 8))
      return flipped
    })
    const cuts = [0, 1, 22, 99, parcel.length >> 1, parcel.length - 1].map(length => parcel.subarray(0, length))
    const longer = Buffer.concat([parcel, Buffer.from('x')])
    for (const changed of [...changes, ...cuts, longer, Buffer.from('PK')])
      expect(await unpack(changed)).toBeUndefined()
  })
})

describe.each([files, filesInParts])('[RK11] a bundle: $name', carrier => {
  const incident = newId<IncidentId>()

  function stored(): Store {
    const opened = openStore(scratchFolder())
    if (!opened.ok) throw new Error(opened.fault.message)
    return opened.value
  }

  it('has the pictures that its lines name, and each of them arrives by its bytes', async () => {
    const store = stored()
    const a = replicaOf(store)
    const hash = createHash('sha256').update(pictureBytes).digest('hex') as ContentHash
    const attachment = { hash, type: 'image/png', size: pictureBytes.length } as const
    writeAttachment(store.db, attachment, pictureBytes, 1)
    a.declare(incident)
    const line = { entry: newId<never>(), kind: 'note', text: 'see', pinned: false, attachments: [attachment] } as const
    a.write(incident, entryAdded.draft(line, 7, { kind: 'engine' }))
    const batches = await carrier.unpack(await carrier.pack(a, incident))
    const c = replicaOn(scratchFolder())
    if (batches === undefined) throw new Error('The parcel was refused')
    expect(takeAll(c, batches)).toMatchObject({ ok: true })
    expect(countAttachments(c.store.db)).toEqual({ pictures: 1, bytes: pictureBytes.length })
    store.close()
  })

  it('is not made of what is not here or is damaged, and then no file is left', async () => {
    const store = stored()
    const a = replicaOf(store)
    const file = nextFile()
    const none = await writeBundle(store, { incident, file, drill: false })
    expect(none).toMatchObject({ ok: false, fault: { code: 'not-here' } })
    a.declare(incident)
    a.note(incident, 'one')
    store.db.exec(`DROP TRIGGER eventIsNotChanged; UPDATE event SET at = at + 1 WHERE seq = 2`)
    const damaged = await writeBundle(store, { incident, file, drill: false })
    expect(damaged).toMatchObject({ ok: false, fault: { code: 'damaged-here', where: 'event 2' } })
    expect(() => readFileSync(file)).toThrow(/ENOENT/)
    const nowhere = { incident: newId<IncidentId>(), file: join(folder, 'no', 'such'), drill: false }
    replicaOf(store).declare(nowhere.incident)
    expect(await writeBundle(store, nowhere)).toMatchObject({ ok: false, fault: { code: 'disk' } })
    store.close()
  })
})
