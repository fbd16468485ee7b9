import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { closedRecord, DECLARATION } from '../../support/closed-record'
import { engineOn, removeWriteAheadLog, tamper, type } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'

const record = closedRecord()

/** Of payments' four lines. */
const FIRST = DECLARATION + 1
const LAST = DECLARATION + 4

/** [case, SQL, what, events missing], each of the first line. */
const cases: readonly (readonly [string, (at: number) => string, string, number])[] = [
  [
    'an edited line',
    at => `UPDATE event SET body = replace(body, 'payments', 'nothing') WHERE seq = ${at}`,
    'altered',
    0,
  ],
  [
    'one letter of who wrote it',
    at => `UPDATE event SET by = replace(by, '"person":', '"persom":') WHERE seq = ${at}`,
    'altered',
    0,
  ],
  ['another time', at => `UPDATE event SET at = at + 1 WHERE seq = ${at}`, 'altered', 0],
  ['a body that is no JSON', at => `UPDATE event SET body = '{' WHERE seq = ${at}`, 'altered', 0],
  ['a body of another shape', at => `UPDATE event SET body = '{"entry":7}' WHERE seq = ${at}`, 'altered', 0],
  ['a kind that nobody knows', at => `UPDATE event SET kind = 'from-nowhere' WHERE seq = ${at}`, 'altered', 0],
  ['a deleted line', at => `DELETE FROM event WHERE seq = ${at}`, 'altered', 1],
  ['a line given to another incident', at => `UPDATE event SET incident = 'gone' WHERE seq = ${at}`, 'altered', 1],
  ['an emptied line', at => `UPDATE event SET body = '' WHERE seq = ${at}`, 'altered', 0],
  [
    'a line of which all was erased that can be, and nobody erased it',
    at => `UPDATE event SET body = '', salt = '', summary = '' WHERE seq = ${at}`,
    'altered',
    0,
  ],
  ['another summary', at => `UPDATE event SET summary = 'fine' WHERE seq = ${at}`, 'altered', 0],
  ['another salt', at => `UPDATE event SET salt = '' WHERE seq = ${at}`, 'altered', 0],
  ['another machine that wrote it', at => `UPDATE event SET origin = 'else' WHERE seq = ${at}`, 'altered', 0],
  ['another order', at => `UPDATE event SET hlcMs = hlcMs - 9 WHERE seq = ${at}`, 'altered', 0],
  ['taken for an older envelope', at => `UPDATE event SET env = 1 WHERE seq = ${at}`, 'altered', 0],
  [
    'a cut tail',
    at => `DELETE FROM event WHERE seq >= ${at} AND incident = (SELECT incident FROM event WHERE seq = ${at})`,
    'cut',
    4,
  ],
]

describe('a record that was damaged while it was closed', () => {
  it.each(cases)('[IN2] %s is named by incident and place', async (_, sql, what, missing) => {
    tamper(record.folder, sql(record.seqOf(FIRST)))
    expect(await record.damageOn(record.opened())).toMatchObject({
      kind: 'damaged',
      title: 'Payments fail',
      damage: { what, place: FIRST, missing, provenUntil: expect.any(Number) },
    })
  })

  it('[IN2] two lines that were exchanged are named at the first of them', async () => {
    const [a, b] = [record.seqOf(FIRST), record.seqOf(FIRST + 1)]
    tamper(
      record.folder,
      `UPDATE event SET seq = -1 WHERE seq = ${a}; UPDATE event SET seq = ${a} WHERE seq = ${b};
      UPDATE event SET seq = ${b} WHERE seq = -1`,
    )
    expect(await record.damageOn(record.opened())).toMatchObject({
      damage: { what: 'altered', place: FIRST, missing: 0 },
    })
  })

  it('[IN2] a flipped bit in the file is named, and the other incident is whole', async () => {
    const file = join(record.folder, 'quarterdeck.sqlite')
    const bytes = readFileSync(file)
    const at = bytes.lastIndexOf('payments 2')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const engine = record.opened()
    expect(await record.damageOn(engine)).toMatchObject({ damage: { what: 'altered' } })
    expect((await engine.problems()).map(problem => problem.kind)).toEqual(['damaged'])
  })

  it('[IN2] from there on it can only be read, what is left of it is shown, and the other incident goes on', async () => {
    tamper(record.folder, cases[0]?.[1](record.seqOf(FIRST)) ?? '')
    const engine = record.opened()
    await record.damageOn(engine)
    expect(await type(engine, record.payments, 'one more')).toMatchObject({
      ok: false,
      fault: {
        kind: 'refused',
        message: expect.stringMatching(/damaged: event 6 is altered.*verified until.*Declare a new/i),
      },
    })
    expect(await type(engine, record.search, 'one more')).toMatchObject({ ok: true })
    await engine.call('log:follow', { incident: record.payments, after: 0 })
    const log = engine.pushes.find(({ name }) => name === 'log')
    expect(JSON.stringify(log)).toContain('payments 2')
    expect(JSON.stringify(log)).toContain('payments 4')
  })

  it('[IN2] an incident whose beginning is gone says so instead of opening, and the others open', async () => {
    tamper(record.folder, `DELETE FROM event WHERE seq = ${record.seqOf(1)}`)
    const engine = record.opened()
    expect(await record.damageOn(engine)).toMatchObject({
      damage: { what: 'altered', place: 1, missing: 1, provenUntil: null },
    })
    expect(await engine.call('log:follow', { incident: record.payments, after: 0 })).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('damaged') },
    })
    expect(await engine.call('log:follow', { incident: record.search, after: 0 })).toMatchObject({ ok: true })
  })

  it('[IN2] an incident of which nothing is left is named by the list of incidents', async () => {
    tamper(record.folder, `DELETE FROM event WHERE incident = '${record.payments}'`)
    expect(await record.damageOn(record.opened())).toMatchObject({
      title: 'Payments fail',
      damage: { what: 'cut', place: 1, missing: LAST },
    })
  })

  it('[IN4] a log that was written anew with a chain of its own is not the one that we wrote', async () => {
    tamper(record.folder, `DELETE FROM event WHERE incident = '${record.payments}'`)
    tamper(record.folder, `UPDATE event SET hash = upper(hash) WHERE seq = (SELECT max(seq) FROM event)`)
    const problems = await record.opened().problems()
    expect(problems.filter(({ kind }) => kind === 'damaged')).toHaveLength(2)
  })

  it('[IN4] damage is named again at each start, not only at the first', async () => {
    tamper(record.folder, `DELETE FROM event WHERE seq = ${record.seqOf(LAST)}`)
    for (const _ of ['first', 'second', 'third']) {
      const engine = engineOn(record.folder)
      expect(await record.damageOn(engine)).toMatchObject({ damage: { what: 'cut', place: LAST, missing: 1 } })
      await engine.stop()
    }
  })

  it('[IN4] the log of writes that was removed after a crash shows as events that are missing', async () => {
    const engine = record.opened()
    for (const n of [5, 6, 7]) await type(engine, record.payments, `payments ${n}`)
    const heads = () => JSON.parse(readFileSync(join(record.folder, 'heads.json'), 'utf8')).heads[record.payments][0]
    await expect.poll(heads).toBe(LAST + 3)
    const crashed = scratchFolder()
    cpSync(record.folder, crashed, { recursive: true })
    record.folder = crashed
    removeWriteAheadLog(record.folder)
    expect(await record.damageOn(record.opened())).toMatchObject({
      damage: { what: 'cut', place: LAST + 1, missing: 3 },
    })
  })

  it('[IN4] that the file of heads is gone is said: then a cut tail cannot be noticed', async () => {
    rmSync(join(record.folder, 'heads.json'))
    expect(await record.opened().problems()).toEqual([{ kind: 'heads-lost', file: join(record.folder, 'heads.json') }])
  })

  it('[IN4] but not after a first start that was killed before it wrote that file', async () => {
    const first = scratchFolder()
    const engine = engineOn(first)
    onTestFinished(() => engine.stop())
    const killed = scratchFolder()
    for (const name of readdirSync(first).filter(file => file !== 'heads.json'))
      cpSync(join(first, name), join(killed, name), { recursive: true })
    record.folder = killed
    expect(await record.opened().problems()).toEqual([])
  })
})

describe('[IN6] a tail that was cut together with what would tell', () => {
  beforeEach(() => {
    tamper(record.folder, `DELETE FROM event WHERE seq >= ${record.seqOf(FIRST + 2)}`)
    rmSync(join(record.folder, 'heads.json'))
  })

  it('is said by the places that are not used, at this start and at the next', async () => {
    for (let start = 0; start < 2; start += 1) {
      const engine = engineOn(record.folder)
      const missing = async () => (await engine.problems()).find(({ kind }) => kind === 'events-missing')
      await expect.poll(missing).toMatchObject({ count: expect.any(Number) })
      await type(engine, record.payments, 'written on')
      await engine.stop()
    }
  })
})
