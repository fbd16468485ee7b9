import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { readArchiveQuery } from '../../../src/shared/domain/archive/archive-query'
import { type ArchiveQuestion, everything } from '../../../src/shared/domain/archive/archive-question'
import { utcCalendar } from '../../../src/shared/domain/archive/named-days'
import { type EntryId, type IncidentId, newId, type StrategyId } from '../../../src/shared/domain/ids'
import type { Severity } from '../../../src/shared/domain/severity'
import { foldEvents } from '../../../src/shared/events/fold'
import { DAY } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import { type RunningEngine, runEngine } from '../../support/running-engine'

let folder: string
let engine: RunningEngine

beforeEach(() => {
  folder = scratchFolder()
  engine = runEngine(folder, {})
})

async function declare(title: string, severity: Severity = 'SEV-2'): Promise<IncidentId> {
  const incident = newId<IncidentId>()
  await engine.ask('incident:declare', { incident, title, severity, impact: '' })
  return incident
}

async function type(incident: IncidentId, text: string): Promise<EntryId> {
  const entry = newId<EntryId>()
  const line = { incident, entry, kind: 'note', text, occurredAt: null, pinned: false } as const
  await engine.ask('timeline:append', line)
  return entry
}

const resolve = (incident: IncidentId, reason: string) =>
  engine.ask('incident:change-status', { incident, to: 'resolved', reason, was: 'investigating' })

/** Milliseconds between two beginnings, so that one is the newer. */
const tick = () => new Promise(done => setTimeout(done, 3))

async function find(question: Partial<ArchiveQuestion>, order: 'newest' | 'best' = 'newest') {
  const ask = () => engine.ask('archive:search', { question: { ...everything, ...question }, order, before: null })
  await expect.poll(async () => (await ask()).reading, { interval: 50 }).toBeNull()
  return (await ask()).found
}

const titles = async (typed: string) => {
  const { question, flaws } = readArchiveQuery(typed, utcCalendar(Date.now()))
  expect(flaws).toEqual([])
  return (await find(question)).map(({ title }) => title)
}

describe('[AV1] the archive', () => {
  it('has a row of each incident with who was in it, what it was about and what ended it', async () => {
    const incident = await declare('Card payments fail', 'SEV-3')
    await engine.ask('incident:state-services', { incident, services: ['checkout', 'payments-api'] })
    await engine.ask('incident:change-severity', { incident, to: 'SEV-1', reason: '', was: 'SEV-3' })
    await engine.ask('roles:assign', { incident, role: 'ic', name: 'Fox Mulder', was: null } as never)
    const tried = newId<StrategyId>()
    const item = { kind: 'attempt', text: 'Raise the pool of db-3', result: 'pending' } as const
    await engine.ask('strategy:put', { incident, id: tried, item })
    await engine.ask('strategy:judge', { incident, attempt: tried, result: 'worked' })
    await resolve(incident, 'Errors are back to normal')
    const [row] = await find({})
    expect(row).toMatchObject({
      ...{ id: incident, title: 'Card payments fail', severity: 'SEV-1', worst: 'SEV-1', status: 'resolved' },
      ...{ ic: 'Fox Mulder', people: ['Fox Mulder', 'Dana Scully'], services: ['checkout', 'payments-api'] },
      ended: expect.any(Number),
      ending: { worked: 'Raise the pool of db-3', words: 'Errors are back to normal' },
    })
  })

  it('finds words that stand in different places of an incident, and phrases only as they are written', async () => {
    const cards = await declare('Card payments fail')
    await type(cards, 'The pool of db-3 is full')
    await type(cards, 'Roll back the mailer')
    const mails = await declare('Mails are late')
    await type(mails, 'The mailer is full of pool tables')
    expect(await titles('card mailer pool')).toEqual(['Card payments fail'])
    expect(await titles('pool full')).toEqual(['Mails are late', 'Card payments fail'])
    expect(await titles('"pool of db-3"')).toEqual(['Card payments fail'])
    // The end of one line and the beginning of the next are no phrase.
    expect(await titles('"full Roll back"')).toEqual([])
    expect(await titles('mail')).toEqual(['Mails are late', 'Card payments fail'])
  })

  it.each([
    ['Платежи не проходят', 'ПЛАТЕЖ'],
    ['决済サービスの障害', 'サービス'],
    ['支付服务数据库连接失败', '"数据库"'],
    ['ระบบชำระเงินล้มเหลว', 'ชำระเงิน'],
    ['Thanh toán bị lỗi', 'thanh toan'],
    ['فشل الدفع بالبطاقة', 'الدفع'],
  ])('finds foreign scripts as the search of lines does: %s', async (title, typed) => {
    await declare(title)
    await declare('Something else')
    expect(await titles(typed)).toEqual([title])
  })

  it('finds by people, services, severity, state and time', async () => {
    const cards = await declare('Card payments fail', 'SEV-1')
    await engine.ask('incident:state-services', { incident: cards, services: ['checkout'] })
    await tick()
    const mails = await declare('Mails of checkout are late', 'SEV-3')
    await engine.ask('roles:assign', { incident: mails, role: 'ic', name: 'Ümit Çelik', was: null } as never)
    await resolve(mails, '')
    expect(await titles('service:check')).toEqual(['Card payments fail'])
    expect(await titles('checkout')).toEqual(['Mails of checkout are late', 'Card payments fail'])
    expect(await titles('person:"umit cel"')).toEqual(['Mails of checkout are late'])
    expect(await titles('sev:1')).toEqual(['Card payments fail'])
    expect(await titles('is:ended')).toEqual(['Mails of checkout are late'])
    expect(await titles('is:open')).toEqual(['Card payments fail'])
    expect(await titles('from:today')).toHaveLength(2)
    expect(await titles('to:yesterday')).toEqual([])
    expect(await find({ from: Date.now() + DAY })).toEqual([])
  })

  it('follows what happens to an incident, and a new author', async () => {
    const incident = await declare('Card payments fail')
    expect(await titles('zebra')).toEqual([])
    await type(incident, 'A zebra stands in the rack')
    expect(await titles('zebra')).toEqual(['Card payments fail'])
    await engine.ask('incident:rename', { incident, title: 'Checkout fails', was: 'Card payments fail' } as never)
    expect(await titles('zebra')).toEqual(['Checkout fails'])
    expect(await titles('card')).not.toContain('Card payments fail')
  })

  it('[AV4] forgets a name that was erased, in its file too', async () => {
    await engine.hello()
    const incident = await declare('Card payments fail')
    await type(incident, 'The pool is full')
    expect(await titles('person:scully')).toEqual(['Card payments fail'])
    const words = { name: 'Dana Scully', standIn: 'A person', reason: 'Asked' }
    await engine.ask('people:erase-name', { incident, ...words })
    await expect.poll(() => titles('person:scully')).toEqual([])
    await expect.poll(() => titles('card')).toEqual(['Card payments fail'])
    await engine.stop()
    expect(readFileSync(join(folder, 'search.sqlite')).includes('Scully')).toBe(false)
  })

  it('is made anew from the record where it is lost', async () => {
    await declare('Card payments fail')
    expect(await titles('card')).toEqual(['Card payments fail'])
    for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `search.sqlite${end}`), { force: true })
    await expect.poll(() => titles('card')).toEqual(['Card payments fail'])
  })
})

describe('[AV3] an answer of the archive', () => {
  it('has the newest first in pieces of fifty, each incident once', async () => {
    for (let n = 0; n < 60; n += 1) await declare(`Cards fail ${n}`)
    await find({})
    const question = { ...everything, words: [{ text: 'cards', whole: false }] }
    const first = await engine.ask('archive:search', { question, order: 'newest', before: null })
    expect(first.found).toHaveLength(50)
    const second = await engine.ask('archive:search', { question, order: 'newest', before: first.next })
    expect(second).toMatchObject({ found: { length: 10 }, next: null })
    const shown = [...first.found, ...second.found]
    expect(new Set(shown.map(({ id }) => id)).size).toBe(60)
    const began = shown.map(row => row.began)
    expect(began).toEqual(began.toSorted((a, b) => b - a))
  })

  it('has the best first where that is asked for: a title before a line', async () => {
    await declare('Pool of the replica is full')
    await tick()
    const later = await declare('Cards fail')
    await type(later, 'The pool may be full')
    const words = [{ text: 'pool', whole: false }]
    expect((await find({ words })).map(({ title }) => title)).toEqual(['Cards fail', 'Pool of the replica is full'])
    expect((await find({ words }, 'best')).map(({ title }) => title)).toEqual([
      'Pool of the replica is full',
      'Cards fail',
    ])
  })

  it.each(['"', 'NEAR(', 'a AND', '{title}: x', '*', '^a', '-a', ')))', '\u0000x', '😀', '\ud800'])(
    'is never an error of the query: %j',
    async text => {
      await declare('Cards fail')
      await find({})
      for (const whole of [true, false])
        expect(await find({ words: [{ text, whole }], people: [{ text, whole }] })).toEqual([])
      expect(engine.logger.lines.filter(line => line.includes('search index'))).toEqual([])
    },
  )
})

it('[AV7] past incidents that are like an open one are found, with what ended them, and not those that run', async () => {
  const ended = await declare('Card payments fail')
  await engine.ask('incident:state-services', { incident: ended, services: ['checkout'] })
  await resolve(ended, 'Rolled back v2.41')
  const running = await declare('Checkout is slow')
  await engine.ask('incident:state-services', { incident: running, services: ['checkout'] })
  const to = {
    incident: newId<IncidentId>(),
    title: 'Orders stand still',
    services: ['Checkout'],
    alerts: ['"odd* NAME'],
  }
  const ask = () => engine.ask('archive:similar', to)
  await expect.poll(async () => (await ask()).reading, { interval: 50 }).toBeNull()
  expect((await ask()).similar).toMatchObject([
    { past: { id: ended, ending: { words: 'Rolled back v2.41' } }, services: ['checkout'], alerts: [], words: [] },
  ])
  expect((await engine.ask('archive:similar', { ...to, services: ['mailer'] })).similar).toEqual([])
})

describe('[AV6] the log of an incident, read on its own', () => {
  it('is all of its events in their order, also of one that is open', async () => {
    const incident = await declare('Card payments fail')
    for (let n = 0; n < 5; n += 1) await type(incident, `line ${n}`)
    const { events, next, damaged } = await engine.ask('archive:log', { incident, from: 0 })
    expect({ next, damaged }).toEqual({ next: null, damaged: false })
    const lines = foldEvents(undefined, events)?.timeline.map(({ text }) => text)
    expect(lines?.slice(-5)).toEqual(['line 0', 'line 1', 'line 2', 'line 3', 'line 4'])
    expect((await engine.ask('archive:log', { incident, from: 3 })).events).toEqual(events.slice(3))
  })

  it('is not found where there is none, and the folder’s own stream is no incident', async () => {
    const { workspace } = await engine.hello()
    for (const incident of [newId<IncidentId>(), workspace])
      expect(await engine.call('archive:log', { incident, from: 0 })).toMatchObject({
        ok: false,
        fault: { kind: 'not-found' },
      })
  })
})
