import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { RecordProblem } from '../../../src/shared/contract/record-problems'
import type { IncidentId } from '../../../src/shared/domain/ids'
import {
  type EngineOnFolder,
  engineOn,
  incidentWith,
  removeWriteAheadLog,
  tamper,
  type,
  zeroPageOf,
} from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'

let folder: string
let payments: IncidentId
let search: IncidentId

/** Two incidents, their lines in turn; the folder is closed. */
beforeEach(async () => {
  folder = scratchFolder()
  const engine = engineOn(folder)
  payments = await incidentWith(engine, 'Payments fail')
  search = await incidentWith(engine, 'Search is slow')
  for (const n of [1, 2, 3, 4]) {
    await type(engine, payments, `payments ${n}`)
    await type(engine, search, `search ${n}`)
  }
  await engine.stop()
})

function opened(): EngineOnFolder {
  const engine = engineOn(folder)
  onTestFinished(() => engine.stop())
  return engine
}

/** The damage of `payments`, once it is known. */
async function damageOn(engine: EngineOnFolder): Promise<RecordProblem> {
  const find = async () => (await engine.problems()).find(one => one.kind === 'damaged' && one.incident === payments)
  await expect.poll(find).toBeDefined()
  return (await find()) as RecordProblem
}

/** Where events of `payments` are, by their count within it. */
function seqOf(place: number): number {
  const db = new DatabaseSync(join(folder, 'quarterdeck.sqlite'))
  const row = db
    .prepare('SELECT seq FROM event WHERE incident = ? ORDER BY seq LIMIT 1 OFFSET ?')
    .get(payments, place - 1)
  db.close()
  return Number(row?.seq)
}

/** [case, SQL, what, place, missing]. Payments has its declaration (four events, with its checkpoint, its promise and a name) and four lines. */
const cases: readonly (readonly [string, (at: number) => string, string, number, number])[] = [
  [
    'an edited line',
    at => `UPDATE event SET body = replace(body, 'payments', 'nothing') WHERE seq = ${at}`,
    'altered',
    5,
    0,
  ],
  [
    'one letter of who wrote it',
    at => `UPDATE event SET by = replace(by, '"person":', '"persom":') WHERE seq = ${at}`,
    'altered',
    5,
    0,
  ],
  ['another time', at => `UPDATE event SET at = at + 1 WHERE seq = ${at}`, 'altered', 5, 0],
  ['a body that is no JSON', at => `UPDATE event SET body = '{' WHERE seq = ${at}`, 'altered', 5, 0],
  ['a body of another shape', at => `UPDATE event SET body = '{"entry":7}' WHERE seq = ${at}`, 'altered', 5, 0],
  ['a kind that nobody knows', at => `UPDATE event SET kind = 'from-nowhere' WHERE seq = ${at}`, 'altered', 5, 0],
  ['a deleted line', at => `DELETE FROM event WHERE seq = ${at}`, 'altered', 5, 1],
  ['a line given to another incident', at => `UPDATE event SET incident = 'gone' WHERE seq = ${at}`, 'altered', 5, 1],
  ['an emptied line', at => `UPDATE event SET body = '' WHERE seq = ${at}`, 'altered', 5, 0],
  [
    'a line of which all was erased that can be, and nobody erased it',
    at => `UPDATE event SET body = '', salt = '', summary = '' WHERE seq = ${at}`,
    'altered',
    5,
    0,
  ],
  ['another summary', at => `UPDATE event SET summary = 'fine' WHERE seq = ${at}`, 'altered', 5, 0],
  ['another salt', at => `UPDATE event SET salt = '' WHERE seq = ${at}`, 'altered', 5, 0],
  ['another machine that wrote it', at => `UPDATE event SET origin = 'else' WHERE seq = ${at}`, 'altered', 5, 0],
  ['another order', at => `UPDATE event SET hlcMs = hlcMs - 9 WHERE seq = ${at}`, 'altered', 5, 0],
  ['taken for an older envelope', at => `UPDATE event SET env = 1 WHERE seq = ${at}`, 'altered', 5, 0],
  [
    'a cut tail',
    at => `DELETE FROM event WHERE seq >= ${at} AND incident = (SELECT incident FROM event WHERE seq = ${at})`,
    'cut',
    5,
    4,
  ],
]

describe('a record that was damaged while it was closed', () => {
  it.each(cases)('[IN2] %s is named by incident and place', async (_, sql, what, place, missing) => {
    tamper(folder, sql(seqOf(5)))
    expect(await damageOn(opened())).toMatchObject({
      kind: 'damaged',
      title: 'Payments fail',
      damage: { what, place, missing, provenUntil: expect.any(Number) },
    })
  })

  it('[IN2] two lines that were exchanged are named at the first of them', async () => {
    const [a, b] = [seqOf(5), seqOf(6)]
    tamper(
      folder,
      `UPDATE event SET seq = -1 WHERE seq = ${a}; UPDATE event SET seq = ${a} WHERE seq = ${b};
      UPDATE event SET seq = ${b} WHERE seq = -1`,
    )
    expect(await damageOn(opened())).toMatchObject({ damage: { what: 'altered', place: 5, missing: 0 } })
  })

  it('[IN2] a flipped bit in the file is named, and the other incident is whole', async () => {
    const file = join(folder, 'quarterdeck.sqlite')
    const bytes = readFileSync(file)
    const at = bytes.lastIndexOf('payments 2')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const engine = opened()
    expect(await damageOn(engine)).toMatchObject({ damage: { what: 'altered' } })
    expect((await engine.problems()).map(problem => problem.kind)).toEqual(['damaged'])
  })

  it('[IN2] from there on it can only be read, what is left of it is shown, and the other incident goes on', async () => {
    tamper(folder, cases[0]?.[1](seqOf(5)) ?? '')
    const engine = opened()
    await damageOn(engine)
    expect(await type(engine, payments, 'one more')).toMatchObject({
      ok: false,
      fault: {
        kind: 'refused',
        message: expect.stringMatching(/damaged: event 5 is altered.*verified until.*Declare a new/i),
      },
    })
    expect(await type(engine, search, 'one more')).toMatchObject({ ok: true })
    await engine.call('log:follow', { incident: payments, after: 0 })
    const log = engine.pushes.find(({ name }) => name === 'log')
    expect(JSON.stringify(log)).toContain('payments 2')
    expect(JSON.stringify(log)).toContain('payments 4')
  })

  it('[IN2] an incident whose beginning is gone says so instead of opening, and the others open', async () => {
    tamper(folder, `DELETE FROM event WHERE seq = ${seqOf(1)}`)
    const engine = opened()
    expect(await damageOn(engine)).toMatchObject({
      damage: { what: 'altered', place: 1, missing: 1, provenUntil: null },
    })
    expect(await engine.call('log:follow', { incident: payments, after: 0 })).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('damaged') },
    })
    expect(await engine.call('log:follow', { incident: search, after: 0 })).toMatchObject({ ok: true })
  })

  it('[IN2] an incident of which nothing is left is named by the list of incidents', async () => {
    tamper(folder, `DELETE FROM event WHERE incident = '${payments}'`)
    expect(await damageOn(opened())).toMatchObject({
      title: 'Payments fail',
      damage: { what: 'cut', place: 1, missing: 8 },
    })
  })

  it('[IN4] a log that was written anew with a chain of its own is not the one that we wrote', async () => {
    tamper(folder, `DELETE FROM event WHERE incident = '${payments}'`)
    tamper(folder, `UPDATE event SET hash = upper(hash) WHERE seq = (SELECT max(seq) FROM event)`)
    const problems = await opened().problems()
    expect(problems.filter(({ kind }) => kind === 'damaged')).toHaveLength(2)
  })

  it('[IN4] damage is named again at each start, not only at the first', async () => {
    tamper(folder, `DELETE FROM event WHERE seq = ${seqOf(8)}`)
    for (const _ of ['first', 'second', 'third']) {
      const engine = engineOn(folder)
      expect(await damageOn(engine)).toMatchObject({ damage: { what: 'cut', place: 8, missing: 1 } })
      await engine.stop()
    }
  })

  it('[IN4] the log of writes that was removed after a crash shows as events that are missing', async () => {
    const engine = opened()
    for (const n of [5, 6, 7]) await type(engine, payments, `payments ${n}`)
    const heads = () => JSON.parse(readFileSync(join(folder, 'heads.json'), 'utf8')).heads[payments][0]
    await expect.poll(heads).toBe(11)
    const crashed = scratchFolder()
    cpSync(folder, crashed, { recursive: true })
    folder = crashed
    removeWriteAheadLog(folder)
    expect(await damageOn(opened())).toMatchObject({ damage: { what: 'cut', place: 9, missing: 3 } })
  })

  it('[IN4] that the file of heads is gone is said: then a cut tail cannot be noticed', async () => {
    rmSync(join(folder, 'heads.json'))
    expect(await opened().problems()).toEqual([{ kind: 'heads-lost', file: join(folder, 'heads.json') }])
  })

  it('[IN4] but not after a first start that was killed before it wrote that file', async () => {
    const first = scratchFolder()
    const engine = engineOn(first)
    onTestFinished(() => engine.stop())
    const killed = scratchFolder()
    for (const name of readdirSync(first).filter(file => file !== 'heads.json'))
      cpSync(join(first, name), join(killed, name), { recursive: true })
    folder = killed
    expect(await opened().problems()).toEqual([])
  })
})

describe('[IN6] a tail that was cut together with what would tell', () => {
  beforeEach(() => {
    tamper(folder, `DELETE FROM event WHERE seq >= ${seqOf(7)}`)
    rmSync(join(folder, 'heads.json'))
  })

  it('is said by the places that are not used, at this start and at the next', async () => {
    for (let start = 0; start < 2; start += 1) {
      const engine = engineOn(folder)
      const missing = async () => (await engine.problems()).find(({ kind }) => kind === 'events-missing')
      await expect.poll(missing).toMatchObject({ count: expect.any(Number) })
      await type(engine, payments, 'written on')
      await engine.stop()
    }
  })
})

describe('a file of heads that is none', () => {
  it.each([
    ['a pipe', (file: string) => execFileSync('mkfifo', [file])],
    ['a folder', (file: string) => mkdirSync(file)],
    ['a link to a device without an end', (file: string) => symlinkSync('/dev/zero', file)],
    ['half of it', (file: string) => writeFileSync(file, '{')],
  ])('keeps nobody from starting, and is said: %s', async (_what, make) => {
    const file = join(folder, 'heads.json')
    rmSync(file)
    make(file)
    expect(await opened().problems()).toContainEqual({ kind: 'heads-lost', file })
  })
})

describe('a malformed page of the file', () => {
  /** A page of 4096 bytes with this text on it becomes noise. */
  function breakPageWith(text: string): void {
    const file = join(folder, 'quarterdeck.sqlite')
    const bytes = readFileSync(file)
    const page = Math.floor(bytes.lastIndexOf(text) / 4096) * 4096
    bytes.fill(0xa5, page, page + 4096)
    writeFileSync(file, bytes)
  }

  it.each([10, 30, 45])(
    '[IN2] is named in the incident whose event %i lay on it; what is readable is shown, and the others go on',
    async at => {
      const engine = engineOn(folder)
      for (let n = 5; n < 60; n += 1) await type(engine, payments, `payments ${n}`)
      for (let n = 5; n < 60; n += 1) await type(engine, search, `search ${n}`)
      await engine.stop()
      breakPageWith(`payments ${at}`)
      const broken = opened()
      expect(await damageOn(broken)).toMatchObject({ damage: { what: 'unreadable', provenUntil: expect.any(Number) } })
      expect((await broken.problems()).map(({ kind }) => kind)).toEqual(['damaged'])
      expect(await type(broken, search, 'goes on')).toMatchObject({ ok: true })
      await broken.call('log:follow', { incident: payments, after: 0 })
      const log = JSON.stringify(broken.pushes.find(({ name }) => name === 'log'))
      expect([log.includes('payments 5'), log.includes(`payments ${at}`), log.includes('payments 59')]).toEqual([
        true,
        false,
        true,
      ])
    },
  )
})

describe('a broken part of the file that no log tells of', () => {
  it.each([
    ['sqlite_autoindex_event_1', { table: 'event', index: true }],
    ['sqlite_sequence', { table: 'sqlite_sequence', index: false }],
  ])('[IN10] %s is said after the start, and a line that it refuses is told of no full disk', async (name, part) => {
    zeroPageOf(folder, name)
    const engine = opened()
    await expect
      .poll(() => engine.problems(), { timeout: 20_000 })
      .toContainEqual({
        kind: 'file-damaged',
        parts: [part],
      })
    const refused = await type(engine, payments, 'one more')
    expect(refused).toMatchObject({ ok: false, fault: { kind: 'not-stored', code: 'file-refused' } })
  })

  it.each(['seenAlert', 'attachment'])('[IN10] %s is said after the start, and lines are kept', async table => {
    zeroPageOf(folder, table)
    const engine = opened()
    await expect
      .poll(() => engine.problems(), { timeout: 20_000 })
      .toContainEqual({
        kind: 'file-damaged',
        parts: [{ table, index: false }],
      })
    expect(await type(engine, payments, 'one more')).toMatchObject({ ok: true })
  })
})

describe('the list of incidents', () => {
  it('[UP7] takes on when customers are due to hear as the log says it, and calls no damage what an earlier version listed', async () => {
    tamper(
      folder,
      `UPDATE incidentSummary SET summary = json_set(json_remove(summary, '$.deadlines'), '$.updateDueAt', 7)`,
    )
    const engine = opened()
    const due = async () => {
      const hello = await engine.call('session:hello', { name: null, screen: 'test' })
      return hello.ok && hello.value.incidents.some(({ deadlines }) => deadlines?.some(({ dueAt }) => dueAt === 7))
    }
    expect(await due()).toBe(true)
    await expect.poll(due).toBe(false)
    expect(await engine.problems()).toEqual([])
  })

  it.each([
    ['lost', `DELETE FROM incidentSummary`],
    ['no JSON', `UPDATE incidentSummary SET summary = '{'`],
    ['edited', `UPDATE incidentSummary SET summary = replace(summary, 'SEV-1', 'SEV-4')`],
    ['of another shape', `UPDATE incidentSummary SET summary = '{"id":7}'`],
  ])('[IN2] a row that is %s is made anew from the log, and that is said', async (_, sql) => {
    tamper(folder, sql)
    const engine = opened()
    await expect
      .poll(async () => (await engine.problems()).map(({ kind }) => kind))
      .toEqual(['list-mended', 'list-mended'])
    const hello = await engine.call('session:hello', { name: null, screen: 'test' })
    expect(hello.ok && hello.value.incidents.map(({ title, severity }) => [title, severity]).sort()).toEqual([
      ['Payments fail', 'SEV-1'],
      ['Search is slow', 'SEV-1'],
    ])
    expect(await type(engine, payments, 'goes on')).toMatchObject({ ok: true })
  })
})

describe('a log without damage', () => {
  it('[IN2] has no problem, and can be written to', async () => {
    const engine = opened()
    expect(await type(engine, payments, 'goes on')).toMatchObject({ ok: true })
    expect(await engine.problems()).toEqual([])
  })

  it('[IN1] refuses every DELETE, every UPDATE but one that clears what an event says is erased, and a REPLACE', () => {
    const db = new DatabaseSync(join(folder, 'quarterdeck.sqlite'))
    onTestFinished(() => db.close())
    db.exec('PRAGMA recursive_triggers = ON')
    const clear = (seq: number) => `UPDATE event SET body = '', salt = '', summary = '' WHERE seq = ${seq}`
    for (const sql of [
      clear(3),
      'DELETE FROM event WHERE seq = 3',
      "UPDATE event SET body = '{}' WHERE seq = 3",
      "UPDATE event SET body = '', salt = '', summary = '', at = 0 WHERE seq = 3",
      "UPDATE event SET body = '' WHERE seq = 3",
      "UPDATE event SET salt = '', summary = '' WHERE seq = 3",
      'UPDATE event SET counter = 9 WHERE seq = 3',
      "UPDATE event SET bodyHash = '' WHERE seq = 3",
      "UPDATE event SET hash = '' WHERE seq = 3",
      'UPDATE event SET seq = 99 WHERE seq = 3',
      'REPLACE INTO event SELECT * FROM event WHERE seq = 3',
    ]) {
      expect(() => db.exec(sql), sql).toThrow(/append-only/)
    }
    db.exec(`INSERT INTO event (id, incident, kind, version, at, recordedAt, by, body, hash, env)
      SELECT 'erasing.0', incident, 'body-erased', 1, 0, 0, '{}', json_object('event', id), '', 2 FROM event WHERE seq = 3`)
    expect(() => db.exec("UPDATE event SET body = 'x', salt = '', summary = '' WHERE seq = 3")).toThrow(/append-only/)
    for (const other of ['2', '4', "(SELECT seq FROM event WHERE id = 'erasing.0')"])
      expect(() => db.exec(clear(3).replace('= 3', `= ${other}`)), other).toThrow(/append-only/)
    expect(() => db.exec(clear(3))).not.toThrow()
  })
})
