import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { type EngineOnFolder, engineOn, incidentWith, type } from '../../support/damaged-record'
import { commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

let folder: string
let engine: EngineOnFolder
let incident: IncidentId

beforeEach(async () => {
  folder = join(scratchFolder(), 'deck')
  engine = engineOn(folder)
  onTestFinished(() => engine.stop())
  incident = await incidentWith(engine, 'Payments fail', 'one')
})

const database = () => join(folder, 'quarterdeck.sqlite')

/** [case, what happens to the folder under the running engine, whether the file of half-typed texts is left] */
const cases: readonly (readonly [string, () => void, boolean])[] = [
  ['deleted', () => rmSync(folder, { recursive: true }), false],
  ['moved', () => renameSync(folder, `${folder}-away`), false],
  ['replaced by a file', () => [renameSync(folder, `${folder}-away`), writeFileSync(folder, '')], false],
  [
    'replaced by a copy of itself',
    () => [renameSync(folder, `${folder}-away`), cpSync(`${folder}-away`, folder, { recursive: true })],
    false,
  ],
  ['emptied', () => [rmSync(folder, { recursive: true }), mkdirSync(folder)], false],
  ['robbed of its database', () => rmSync(database()), true],
  [
    'given another database',
    () => [renameSync(database(), `${database()}-away`), cpSync(`${database()}-away`, database())],
    true,
  ],
  ['robbed of its log of writes', () => rmSync(`${database()}-wal`), true],
]

describe('a data folder that changes under the running engine', () => {
  it.each(cases)('[DF7] %s: nothing is answered as saved, and every screen is told', async (_, change, typedStays) => {
    change()
    expect(await type(engine, incident, 'two')).toMatchObject({
      ok: false,
      fault: {
        kind: 'storage-unknown',
        message: expect.stringMatching(/moved, deleted or replaced.*Put the folder back/),
      },
    })
    // What is half typed lies in a file of its own, and is kept as long as that one is in its place.
    const half = { screen: 'test', incident, field: 'line', text: 'half', at: 1 }
    expect(await engine.call('typed-text:write', half)).toMatchObject({ ok: typedStays })
    expect(engine.pushes.filter(({ name }) => name === 'recordProblems').at(-1)?.payload).toEqual([
      { kind: 'folder-moved', folder },
    ])
    expect(await engine.problems()).toEqual([{ kind: 'folder-moved', folder }])
  })

  it('[DF7] put back, it goes on: the same line is written once, and the screens are told that all is well', async () => {
    renameSync(folder, `${folder}-away`)
    const line = { incident, entry: newId(), kind: 'note', text: 'two', occurredAt: null, pinned: false } as const
    expect(await engine.call('timeline:append', line as never)).toMatchObject({ ok: false })
    renameSync(`${folder}-away`, folder)
    expect(await engine.call('timeline:append', line as never)).toMatchObject({ ok: true })
    await expect.poll(() => engine.problems()).toEqual([])
  })

  it('[DF7] its heads are not written into the folder that took its place', async () => {
    renameSync(folder, `${folder}-away`)
    cpSync(`${folder}-away`, folder, { recursive: true })
    writeFileSync(join(folder, 'heads.json'), 'another’s')
    await engine.stop()
    expect(readFileSync(join(folder, 'heads.json'), 'utf8')).toBe('another’s')
    engine = engineOn(`${folder}-away`)
  })
})

describe('a full disk', () => {
  it('[DF8] says that nothing was saved, and once there is room the same request is done once', () => {
    const bench = commandBench(scratchFolder())
    expect(bench.run('incident:declare', { title: 'Cards fail', severity: 'SEV-2', impact: '' })).toMatchObject({
      ok: true,
    })
    const { db } = bench.store
    db.exec(`PRAGMA max_page_count = ${Number(db.prepare('PRAGMA page_count').get()?.page_count)}`)
    const request = newId<never>()
    const impact = 'x'.repeat(9_000)
    const draft = { entry: newId<never>(), kind: 'note', text: impact, occurredAt: null, pinned: false } as const
    expect(bench.run('timeline:append', draft, request)).toMatchObject({
      ok: false,
      fault: {
        kind: 'not-stored',
        message: expect.stringMatching(/^Not saved: the disk rejected this \(.*full.*Free up space/),
      },
    })
    expect(bench.ledger.record(bench.incident)?.timeline()).toHaveLength(1)
    db.exec('PRAGMA max_page_count = 1000000')
    expect(bench.run('timeline:append', draft, request)).toMatchObject({ ok: true })
    expect(bench.run('timeline:append', draft, request)).toMatchObject({ ok: true })
    expect(bench.ledger.record(bench.incident)?.timeline()).toHaveLength(2)
  })
})
