import { generateKeyPairSync, sign } from 'node:crypto'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { readBundle } from '../../../src/main/engine/record/bundle/read-bundle'
import { writeBundle } from '../../../src/main/engine/record/bundle/write-bundle'
import type { OriginRow } from '../../../src/main/engine/storage/event-row'
import { CHAIN_START, hashOfBody, originChainHash } from '../../../src/main/engine/storage/hash-chain'
import { headText } from '../../../src/main/engine/storage/heads-file'
import { openStore } from '../../../src/main/engine/storage/store'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { DECLARATION } from '../../support/closed-record'
import { type EngineOnFolder, engineOn, incidentWith, tamper, type } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'
import { replicaOf } from '../../support/replica'
import { watched, watchedRecord } from '../../support/watched-record'

type Signed = [counter: number, hash: string, signature: string]
interface HeadsFile {
  readonly heads: Record<string, [count: number, seq: number, hash: string]>
  readonly origins: Record<string, { publicKey: string; readonly heads: Record<string, Signed> }>
}

let folder: string
let payments: IncidentId
let search: IncidentId

beforeEach(async () => {
  folder = scratchFolder()
  const engine = engineOn(folder)
  payments = await incidentWith(engine, 'Payments fail', 'payments 1', 'payments 2')
  search = await incidentWith(engine, 'Search is slow', 'search 1')
  await engine.stop()
})

function opened(): EngineOnFolder {
  const engine = engineOn(folder)
  onTestFinished(() => engine.stop())
  return engine
}

function changeHeads(change: (file: HeadsFile) => void): void {
  const path = join(folder, 'heads.json')
  const file = JSON.parse(readFileSync(path, 'utf8'))
  change(file)
  writeFileSync(path, JSON.stringify(file))
}

const originsOf = ({ origins }: HeadsFile) => Object.entries(origins)

function flipped(signature: string): string {
  const bytes = Buffer.from(signature, 'base64')
  bytes[9] = (bytes[9] ?? 0) ^ 1
  return bytes.toString('base64')
}

/** Payments with another text, all its hashes made anew, and the file of heads with them: only a key is missing. */
function rewriteLog(): void {
  const db = new DatabaseSync(join(folder, 'quarterdeck.sqlite'))
  db.exec('DROP TRIGGER eventIsNotChanged')
  const rows = db.prepare('SELECT * FROM event WHERE incident = ? ORDER BY seq').all(payments) as unknown as OriginRow[]
  let previous = CHAIN_START
  for (const row of rows) {
    const body = row.body.replace('payments 1', 'nothing 1')
    const bodyHash = hashOfBody({ ...row, body })
    previous = originChainHash(previous, { ...row, bodyHash })
    db.prepare('UPDATE event SET body = ?, bodyHash = ?, hash = ? WHERE seq = ?').run(body, bodyHash, previous, row.seq)
  }
  db.close()
  changeHeads(({ heads }) => {
    const head = heads[payments]
    if (head !== undefined) head[2] = previous
  })
}

/** [case, what somebody did to the closed folder] */
const forgeries: readonly (readonly [string, () => void])[] = [
  [
    'a changed signature',
    () =>
      changeHeads(file => {
        for (const [, { heads }] of originsOf(file)) {
          const head = heads[payments]
          if (head !== undefined) head[2] = flipped(head[2])
        }
      }),
  ],
  [
    'a signature by another key',
    () =>
      changeHeads(file => {
        const { privateKey } = generateKeyPairSync('ed25519')
        for (const [origin, { heads }] of originsOf(file)) {
          const head = heads[payments]
          if (head === undefined) continue
          const text = headText(payments, origin, { counter: head[0], hash: head[1] })
          head[2] = sign(null, Buffer.from(text), privateKey).toString('base64')
        }
      }),
  ],
  ['a log written anew with all its hashes, and the file of heads with it', rewriteLog],
]

describe('[RK13] a record whose signed heads do not hold', () => {
  it.each(forgeries)('%s is named by incident and place, at each start', async (_, forge) => {
    forge()
    for (const _ of ['first', 'second']) {
      const engine = engineOn(folder)
      await expect.poll(engine.problems).toEqual([
        {
          ...{ kind: 'damaged', incident: payments, title: 'Payments fail' },
          damage: { what: 'bad-signature', place: DECLARATION + 2, missing: 0, provenSeq: 0, provenUntil: null },
        },
      ])
      await engine.stop()
    }
  })

  it('can only be read, and the other incident goes on', async () => {
    rewriteLog()
    const engine = opened()
    await expect.poll(async () => (await engine.problems()).length).toBe(1)
    expect(await type(engine, payments, 'one more')).toMatchObject({
      ok: false,
      fault: { kind: 'refused', message: expect.stringContaining(`signature at event ${DECLARATION + 2}`) },
    })
    expect(await type(engine, search, 'one more')).toMatchObject({ ok: true })
  })

  it('is all of an origin whose key was exchanged', async () => {
    changeHeads(file => {
      const { publicKey } = generateKeyPairSync('ed25519')
      for (const [, of] of originsOf(file))
        of.publicKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
    })
    const { watch, found, ledger } = watchedRecord(folder)
    await watch.checked
    expect(new Set(found)).toEqual(new Set([payments, search, ledger.workspace]))
  })

  it('may be that of another machine, as it came with its events', async () => {
    const file = join(scratchFolder(), 'theirs.quarterdeck')
    const incident = newId<IncidentId>()
    const theirs = storeOn(scratchFolder())
    replicaOf(theirs).declare(incident)
    expect(await writeBundle(theirs, { incident, file, drill: false })).toMatchObject({ ok: true })
    const bundle = await readBundle(file)
    const ours = storeOn(folder)
    if (!bundle.ok) throw new Error(bundle.fault.code)
    expect(replicaOf(ours).ledger.merge({ ...bundle.value.batch, drill: false }, 9)).toMatchObject({ ok: true })
    const { signature } = bundle.value.batch.heads?.[0] ?? { signature: '' }
    const before = watched(ours)
    await before.watch.checked
    expect(before.watch.problems()).toEqual([])
    tamper(folder, `UPDATE originHead SET signature = '${flipped(signature)}'`)
    const { watch, found } = watched(ours)
    await watch.checked
    expect(found).toEqual([incident])
  })

  it('says nothing of what was written since its head was signed: that is in its chain', async () => {
    const engine = opened()
    const signed = () => readFileSync(join(folder, 'heads.json'), 'utf8')
    const before = signed()
    expect(await type(engine, payments, 'signed')).toMatchObject({ ok: true })
    await expect.poll(signed).not.toBe(before)
    expect(await type(engine, payments, 'not signed yet')).toMatchObject({ ok: true })
    // As after a crash: nothing was written down at an end.
    const crashed = scratchFolder()
    cpSync(folder, crashed, { recursive: true })
    const { watch } = watchedRecord(crashed)
    await watch.checked
    expect(watch.problems()).toEqual([])
  })
})

function storeOn(at: string) {
  const store = openStore(at)
  if (!store.ok) throw new Error(store.fault.message)
  onTestFinished(() => store.value.close())
  return store.value
}
