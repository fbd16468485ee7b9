import { mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FoundText } from '../../../src/shared/contract/record-search'
import { type EntryId, type IncidentId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import { noChannel } from '../../../src/shared/domain/update'
import { scratchFolder } from '../../support/folders'
import { type RunningEngine, runEngine } from '../../support/running-engine'

let folder: string
let engine: RunningEngine

beforeEach(() => {
  folder = scratchFolder()
  engine = runEngine(folder, {})
})

async function declare(title: string): Promise<IncidentId> {
  const incident = newId<IncidentId>()
  await engine.ask('incident:declare', { incident, title, severity: 'SEV-2', impact: '' })
  return incident
}

async function type(incident: IncidentId, text: string): Promise<EntryId> {
  const entry = newId<EntryId>()
  const line = { incident, entry, kind: 'note', text, occurredAt: null, pinned: false } as const
  await engine.ask('timeline:append', line)
  return entry
}

/** What is found once the index has all that was written. */
async function found(typed: string): Promise<readonly FoundText[]> {
  await expect.poll(async () => (await engine.ask('record:search', { typed })).reading, { interval: 50 }).toBeNull()
  return (await engine.ask('record:search', { typed })).found
}

const texts = async (typed: string) => (await found(typed)).map(({ text }) => text)
const file = () => join(folder, 'search.sqlite')

describe('[SX1] the search index', () => {
  it('finds titles, lines and updates of all incidents, and says where they stand', async () => {
    const cards = await declare('Card payments fail')
    const mails = await declare('Mails are late')
    const line = await type(mails, 'The card queue of the mailer is full')
    const hits = await found('card')
    expect(hits).toMatchObject([
      { incident: cards, kind: 'title', text: 'Card payments fail', marks: [[0, 4]] },
      { incident: mails, kind: 'line', ref: line, by: 'Dana Scully' },
      { incident: cards, kind: 'line', text: expect.stringContaining('Declared') },
    ])
  })

  it('follows corrections and retractions', async () => {
    const incident = await declare('Cards fail')
    const [wrong, gone] = [await type(incident, 'The pool of alpha is full'), await type(incident, 'alpha again')]
    expect(await texts('alpha')).toHaveLength(2)
    await engine.ask('timeline:correct', { incident, entry: wrong, text: 'The pool of beta is full' })
    await engine.ask('timeline:retract', { incident, entry: gone, reason: 'Not so' })
    await expect.poll(() => texts('alpha')).toEqual([])
    expect(await texts('beta')).toEqual(['The pool of beta is full'])
  })

  it('finds the new title of a renamed incident and not the old one', async () => {
    const incident = await declare('Zebra is down')
    await found('zebra')
    await engine.ask('incident:rename', { incident, title: 'Giraffe is down', was: 'Zebra is down' } as never)
    const titles = async (typed: string) => (await found(typed)).filter(({ kind }) => kind === 'title').length
    await expect.poll(() => titles('giraffe')).toBe(1)
    expect(await titles('zebra')).toBe(0)
  })

  it('finds a draft as a draft with the time of its last edit, and not at all once it was discarded', async () => {
    const incident = await declare('Cards fail')
    const update = newId<UpdateId>()
    const content = {
      ...{ stage: 'initial', channel: noChannel, title: 'Quokka payments', body: 'We look into it', notify: false },
      ...{ status: 'investigating', components: {}, nextUpdateAt: null },
    } as const
    const before = Date.now()
    await engine.ask('comms:draft', { incident, update, content, was: null } as never)
    const [hit] = await found('quokka')
    expect(hit).toMatchObject({ incident, kind: 'draft', ref: update })
    expect(hit?.at).toBeGreaterThanOrEqual(before)
    await engine.ask('comms:discard', { incident, update })
    await expect.poll(() => texts('quokka')).toEqual([])
  })

  it('has nothing left of what was erased, not in its file either', async () => {
    const incident = await declare('Cards fail')
    const entry = await type(incident, 'The key is hunter2hunter2')
    expect(await texts('hunter2hunter2')).toHaveLength(1)
    await engine.ask('timeline:erase', { incident, entry, standIn: 'A key stood here', reason: 'A key' })
    expect(await texts('hunter2hunter2')).toEqual([])
    await expect.poll(() => texts('cards')).not.toEqual([])
    await engine.stop()
    expect(readFileSync(file()).includes('hunter2hunter2')).toBe(false)
  })

  it('goes on from its place after a start, and reads nothing twice', async () => {
    const incident = await declare('Cards fail')
    await type(incident, 'needle one')
    expect(await texts('needle')).toHaveLength(1)
    const [before] = numbers()
    await engine.stop()
    engine = runEngine(folder, {})
    await type(incident, 'needle two')
    await expect.poll(() => texts('needle')).toEqual(['needle two', 'needle one'])
    expect(numbers()[0]).toBe(before)
  })

  /** Number in the index of each line with a needle. */
  function numbers(): readonly unknown[] {
    const db = new DatabaseSync(file(), { readOnly: true })
    try {
      return db
        .prepare("SELECT id FROM doc WHERE text LIKE 'needle%' ORDER BY id")
        .all()
        .map(({ id }) => id)
    } finally {
      db.close()
    }
  }

  it.each<[string, () => void]>([
    ['deleted', () => rmSync(file())],
    ['a text', () => writeFileSync(file(), 'not a database '.repeat(1_000))],
    ['of another format', () => alter('PRAGMA user_version = 99')],
    ['without one of its tables', () => alter('DROP TABLE doc')],
    ['broken in the midst', breakPages],
    ['of another record', () => alter("UPDATE reached SET hash = 'x'; UPDATE doc SET text = 'wrong'")],
  ])('that is %s is made anew from the record, which is as it was', async (_, harm) => {
    const incident = await declare('Cards fail')
    await type(incident, 'needle')
    expect(await texts('needle')).toEqual(['needle'])
    await engine.stop()
    const record = readFileSync(join(folder, 'quarterdeck.sqlite'))
    for (const end of ['-wal', '-shm']) rmSync(`${file()}${end}`, { force: true })
    harm()
    engine = runEngine(folder, {})
    await expect.poll(() => texts('needle')).toEqual(['needle'])
    await engine.stop()
    expect(readFileSync(join(folder, 'quarterdeck.sqlite')).equals(record)).toBe(true)
  })

  function alter(sql: string): void {
    const db = new DatabaseSync(file())
    db.exec(sql)
    db.close()
  }

  function breakPages(): void {
    const bytes = readFileSync(file())
    writeFileSync(file(), bytes.fill(7, 4_096))
  }

  it('that is lost while the engine runs is made anew by whoever looks something up', async () => {
    await type(await declare('Cards fail'), 'needle')
    expect(await texts('needle')).toEqual(['needle'])
    for (const end of ['', '-wal', '-shm']) rmSync(`${file()}${end}`, { force: true })
    await expect.poll(() => texts('needle')).toEqual(['needle'])
  })
})

const sought: readonly (readonly [text: string, typed: string])[] = [
  ['Платежи не проходят с 14:03', 'ПЛАТЕЖИ'],
  ['Ошибки оплаты растут', 'ошиб'],
  ['Η πληρωμή απέτυχε', 'πληρωμη'],
  ['Thanh toán bị lỗi', 'thanh toan'],
  ['支付服务数据库连接失败', '数据'],
  ['決済サービスの障害が発生しました', 'サービス'],
  ['ระบบชำระเงินล้มเหลว', 'ชำระเงิน'],
  ['결제 오류가 발생했습니다', '오류'],
  ['فشل الدفع بالبطاقة', 'الدفع'],
  ['भुगतान विफल हो रहा है', 'विफल'],
  ['db-3 is out of connections', 'db-3'],
  ['HTTP 503 from the gateway', 'HTTP 503'],
  ['p99 at 1.25 s', '1.25'],
  ['restarted /srv/pay/api.ts:120', '/srv/pay/api.ts:120'],
  ['see https://wiki.example/run?id=7', 'wiki.example/run?id=7'],
  ['ECONNRESET in payments_api', 'payments_api'],
  ['ＥＵ１ is full', 'eu1'],
  ['The pool of the replica is slow', 'slow pool'],
]

const odd = [
  '"',
  '""',
  "'",
  'a"b',
  'NEAR(',
  'NEAR(a b, 2)',
  'AND',
  'OR OR',
  'NOT',
  'a AND',
  '{title}: x',
  'title:x',
  '*',
]
const odder = [
  'x*y*',
  '^a',
  '-a',
  '(',
  ')))',
  '+',
  '\\',
  ';DROP TABLE doc',
  '\u0000x',
  '%_%',
  '😀',
  '\ud800',
  'x'.repeat(200),
]

describe('[SX2] what people type', () => {
  it('is found in any script, by its beginning, without accents, and as the codes of machines', async () => {
    const incident = await declare('Cards fail')
    for (const [text] of sought) await type(incident, text)
    await found('cards')
    for (const [text, typed] of sought) expect([typed, await texts(typed)]).toEqual([typed, [text]])
  })

  it('is never an error', async () => {
    await type(await declare('Cards fail'), 'one line')
    await found('one')
    for (const typed of [...odd, ...odder])
      expect([typed, await engine.call('record:search', { typed })]).toMatchObject([typed, { ok: true }])
    expect(engine.logger.lines.filter(line => line.includes('search index'))).toEqual([])
  })

  it('is of a bounded length', async () => {
    expect(await engine.call('record:search', { typed: 'x'.repeat(201) })).toMatchObject({
      ok: false,
      fault: { kind: 'invalid-input' },
    })
  })
})

it('[SX3] an answer is bounded, and says that there is more and what the index has not read yet', async () => {
  const incident = await declare('Cards fail')
  const first = await engine.ask('record:search', { typed: 'many' })
  expect(first).toMatchObject({ found: [], reading: expect.any(Object) })
  for (let n = 0; n < 120; n += 1) await type(incident, `many ${n}`)
  const hits = await found('many')
  expect(hits).toHaveLength(100)
  expect(hits[0]?.text).toBe('many 119')
  expect(await engine.ask('record:search', { typed: 'many' })).toMatchObject({ more: true, reading: null })
})

describe('[SX6] an index that cannot be written', () => {
  const ask = () => engine.ask('record:search', { typed: 'needle' })
  const toldInLog = () => engine.logger.lines.filter(line => line.includes('search index could not be brought')).length

  it.each([
    ['from the start', true],
    ['from some time on', false],
  ])('%s is told, tried again, and made once it can be; the record goes on', async (_, fromStart) => {
    const incident = await declare('Cards fail')
    await type(incident, 'needle one')
    if (!fromStart) expect(await texts('needle')).toEqual(['needle one'])
    await engine.stop()
    for (const end of ['', '-wal', '-shm']) rmSync(`${file()}${end}`, { force: true })
    const record = readFileSync(join(folder, 'quarterdeck.sqlite'))
    if (fromStart) mkdirSync(file())
    engine = runEngine(folder, {})
    if (!fromStart) {
      expect(await texts('needle')).toEqual(['needle one'])
      for (const end of ['', '-wal', '-shm']) rmSync(`${file()}${end}`, { force: true })
      mkdirSync(file())
    }
    await expect.poll(ask, { interval: 50 }).toMatchObject({
      ...{ found: [], failed: true },
      reason: expect.stringMatching(/^unable to open database file|EISDIR|is a directory/i),
    })
    expect(toldInLog()).toBe(1)
    expect(readFileSync(join(folder, 'quarterdeck.sqlite')).equals(record)).toBe(true)
    await type(incident, 'needle two')
    rmdirSync(file())
    await expect.poll(ask, { interval: 50 }).toMatchObject({ failed: false, reading: null, found: [{}, {}] })
    expect(toldInLog()).toBe(1)
  })
})
