import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEntries, readLine } from '../../../src/renderer/features/timeline/line-grammar'
import type { StrategyKnown } from '../../../src/renderer/features/timeline/strategy-grammar'
import { rowClock, utcRowClock } from '../../../src/renderer/ui/row-clock'
import { strategyItemField } from '../../../src/shared/contract/inputs/strategy'
import type { StrategyId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'

const NOW = Date.UTC(2026, 10, 20, 14, 22, 0)
const clockAt = (hour: number, minute: number) => Date.UTC(2026, 10, 20, hour, minute)

const known: StrategyKnown = {
  people: ['Ada Park', 'Bob Lee', 'Cy', 'Ana-Maria van der Berg', '山田', 'Sam Jones', 'Sam Park'].map(name => ({
    name,
  })),
  hypotheses: [
    { id: 'h1' as StrategyId, text: 'bad deploy of payments', state: 'open' },
    { id: 'h2' as StrategyId, text: 'bad disk', state: 'open' },
    { id: 'h3' as StrategyId, text: 'network partition', state: 'eliminated' },
  ],
  decisions: [],
  reports: [],
  teams: [],
  panels: [],
}
const read = (typed: string, who = known) => readLine(typed, NOW, utcRowClock, who)

describe('[SG5] the key of the line, pressed once more before a mark', () => {
  it.each([
    ['/!hyp bad deploy', 'Hypothesis: bad deploy'],
    ['  /!decision Roll back', 'Roll back'],
    ['/!nothing of ours', '/!nothing of ours'],
    ['//!hyp bad deploy', '//!hyp bad deploy'],
    ['/var/log is full', '/var/log is full'],
    ['\\/!hyp as it is', '/!hyp as it is'],
    ['/', '/'],
  ])('%j is %j', (typed, text) => {
    expect(read(typed).text).toBe(text)
  })
})

describe('[SG5] a task in the line', () => {
  it.each([
    ['!task @ada roll back payments-api in 10m', 'Ada Park', 'roll back payments-api', NOW + 10 * MINUTE],
    ['!task @Ada.Park: roll back in 10 min', 'Ada Park', 'roll back', NOW + 10 * MINUTE],
    ['!task @Ada Park roll back in 1h30m', 'Ada Park', 'roll back', NOW + 90 * MINUTE],
    ['!task roll back @bob by 14:30', 'Bob Lee', 'roll back', clockAt(14, 30)],
    ['!task roll back until 14:30', null, 'roll back', clockAt(14, 30)],
    ['!task roll back by 14:20', null, 'roll back', clockAt(14, 20) + 24 * 60 * MINUTE],
    ['!task roll back by 2:30pm', null, 'roll back', clockAt(14, 30)],
    ['!task roll back by 14:30 UTC', null, 'roll back', clockAt(14, 30)],
    ['!task in 10m restart the api', null, 'in 10m restart the api', null],
    ['!task wait in 10m windows', null, 'wait in 10m windows', null],
    ['!task sign in', null, 'sign in', null],
    ['!task log in 10 users', null, 'log in 10 users', null],
    ['!task @ada raise the pool to 200 in 5', 'Ada Park', 'raise the pool to 200', NOW + 5 * MINUTE],
    ['!task report what broke in 2024', null, 'report what broke in 2024', null],
    ['!task drop it in 0m', null, 'drop it in 0m', null],
    ['!task wait in 9999h', null, 'wait in 9999h', null],
    ['!task @zoe roll back', null, '@zoe roll back', null],
    ['!task @sam roll back', null, '@sam roll back', null],
    ['!task @Sam.Park roll back', 'Sam Park', 'roll back', null],
    ['!task ask @bob whether it runs', null, 'ask @bob whether it runs', null],
    ['\uff01task \uff20ada roll back in 10m', 'Ada Park', 'roll back', NOW + 10 * MINUTE],
    ['!task @山田 ロールバック in \uff11\uff10m', '山田', 'ロールバック', NOW + 10 * MINUTE],
    ['!task @山田ロールバック', '山田', 'ロールバック', null],
    ['!task @ana-maria van der berg looks at it', 'Ana-Maria van der Berg', 'looks at it', null],
    ['!TASK @ada roll back', 'Ada Park', 'roll back', null],
  ])('%j', (typed, owner, text, dueAt) => {
    const line = read(typed)
    expect(line.strategy?.item).toEqual({ kind: 'task', owner, text, dueAt })
    expect(line).toMatchObject({ kind: 'action', text: expect.stringMatching(/^Task: /) })
  })

  it('takes the time of day of the screen', () => {
    const kathmandu = rowClock({ hours: '12', zone: 'Asia/Kathmandu' })
    const { strategy } = readLine('!task roll back by 8:30 pm', NOW, kathmandu, known)
    expect(strategy?.item).toMatchObject({ dueAt: clockAt(14, 45) })
  })

  it('that happened before is dated as any line', () => {
    expect(read('!task 14:10 @ada roll back')).toMatchObject({
      occurredAt: clockAt(14, 10),
      strategy: { item: { owner: 'Ada Park' } },
    })
  })
})

describe('[SG5] other marks in the line', () => {
  it.each([
    ['!tried restart of api = no change', { kind: 'attempt', text: 'restart of api', result: 'no-change' }],
    ['!tried restart of api = No-Change.', { kind: 'attempt', text: 'restart of api', result: 'no-change' }],
    ['!tried restart of api=worked', { kind: 'attempt', text: 'restart of api', result: 'worked' }],
    ['!tried restart \uff1d worse', { kind: 'attempt', text: 'restart', result: 'worse' }],
    ['!tried restart', { kind: 'attempt', text: 'restart', result: 'pending' }],
    ['!tried replicas = 5', { kind: 'attempt', text: 'replicas = 5', result: 'pending' }],
    ['!tried replicas=5 = worked', { kind: 'attempt', text: 'replicas=5', result: 'worked' }],
    ['!hyp bad deploy of payments', { kind: 'hypothesis', text: 'bad deploy of payments' }],
    ['!for 1 errors began with it', { kind: 'evidence', hypothesis: 'h1', side: 'for', text: 'errors began with it' }],
    ['!against #2: SMART is fine', { kind: 'evidence', hypothesis: 'h2', side: 'against', text: 'SMART is fine' }],
    ['!for bad disk: slow fsync', { kind: 'evidence', hypothesis: 'h2', side: 'for', text: 'slow fsync' }],
    ['!for Bad Deploy errors began', { kind: 'evidence', hypothesis: 'h1', side: 'for', text: 'errors began' }],
    ['!against network it answers', { kind: 'evidence', hypothesis: 'h3', side: 'against', text: 'it answers' }],
    ['!ask @bob is it EU only?', { kind: 'question', owner: 'Bob Lee', text: 'is it EU only?' }],
    ['!ask is it EU only?', { kind: 'question', owner: null, text: 'is it EU only?' }],
    ['!risk rollback drops the cache', { kind: 'risk', owner: null, text: 'rollback drops the cache' }],
    ['!todo @cy tell legal', { kind: 'todo', owner: 'Cy', text: 'tell legal' }],
  ])('%j', (typed, item) => {
    expect(read(typed).strategy).toEqual({ item, missing: null })
  })

  it('evidence goes to the only open hypothesis where it names none, and else the line says what is missing', () => {
    const one = { ...known, hypotheses: known.hypotheses.slice(1) }
    expect(read('!for slow fsync since 14:00', one).strategy?.item).toMatchObject({
      hypothesis: 'h2',
      text: 'slow fsync since 14:00',
    })
    const single = { ...known, hypotheses: known.hypotheses.slice(1, 2) }
    expect(read('!for 1 3 of 5 pods fail', single).strategy?.item).toMatchObject({ text: '3 of 5 pods fail' })
    expect(read('!for 99 nothing', single)).toMatchObject({
      kind: 'note',
      text: 'For: 99 nothing',
      strategy: { item: null, missing: 'hypothesis', unread: [{ what: 'number', said: '99' }] },
    })
    expect(read('!for slow fsync')).toMatchObject({
      text: 'For: slow fsync',
      strategy: { item: null, missing: 'hypothesis' },
    })
    expect(read('!for bad smell')).toMatchObject({ strategy: { item: null, missing: 'hypothesis' } })
    expect(read('!for 1 errors').text).toBe('For hypothesis 1: errors')
  })

  it.each([
    ['!task @ada in 10m', 'task'],
    ['!todo @cy ', 'todo'],
    ['!for 1 ', 'for'],
    ['!tried = worked', 'tried'],
  ])('%j is only a line: it says nothing', (typed, needs) => {
    expect(read(typed).strategy).toEqual({ item: null, missing: 'text', needs })
  })

  it.each(['task', 'tried', 'hyp', 'for', 'against', 'ask', 'risk', 'todo'])(
    '!%s alone is no line, and says what it needs',
    mark => {
      const nothing = { text: '', unknownKind: null, strategy: { item: null, missing: 'text', needs: mark } }
      expect(read(`!${mark}`)).toMatchObject(nothing)
      expect(read(`!${mark} `)).toMatchObject(nothing)
      expect(read(`!${mark}x`).strategy).toBeNull()
    },
  )

  it.each([
    ['!task @zoe roll back', 'name', 'zoe'],
    ['!task roll back @zoe', 'name', 'zoe'],
    ['!ask @zoe is it EU only?', 'name', 'zoe'],
    ['!todo @zoe tell legal', 'name', 'zoe'],
    ['!task @sam roll back', 'sharedName', 'sam'],
    ['!task roll back in 0m', 'time', 'in 0m'],
    ['!task roll back in 0', 'time', 'in 0'],
    ['!task roll back in -5m', 'time', 'in -5m'],
    ['!task roll back in 99999999m', 'time', 'in 99999999m'],
    ['!task roll back by 25:99', 'time', 'by 25:99'],
    ['!task wait in 9999h', 'time', 'in 9999h'],
  ])('%j names what cannot be read, and keeps it in the text', (typed, what, said) => {
    const { strategy } = read(typed)
    expect(strategy?.unread).toEqual([{ what, said }])
    expect(strategy?.item?.text).toContain(said)
  })

  it.each(['!task ask @zoe whether it runs', '!task log in 10 users', '!task sign in', '!task @ada roll back in 10m'])(
    '%j has nothing that cannot be read',
    typed => {
      expect(read(typed).strategy?.unread).toBeUndefined()
    },
  )

  it('a backslash keeps all as it is, and a mark in the middle is text', () => {
    expect(read('\\!task @ada roll back in 10m')).toMatchObject({ text: '!task @ada roll back in 10m', strategy: null })
    expect(read('Say !task to give one')).toMatchObject({ text: 'Say !task to give one', strategy: null })
    expect(read('!decision roll back in 10m')).toMatchObject({ text: 'roll back in 10m', strategy: null })
  })

  it('a text that is too long for a board is only a line, and none of it is lost', () => {
    const long = 'x'.repeat(1_001)
    expect(read(`!hyp ${long}`)).toMatchObject({
      text: `Hypothesis: ${long}`,
      strategy: { item: null, missing: 'short' },
    })
    const parts = readEntries(`!hyp ${'word '.repeat(5_000)}`, NOW, utcRowClock, known)
    expect(parts.one.length).toBeGreaterThan(1)
    expect(parts.one.every(({ strategy }) => strategy?.item === null)).toBe(true)
  })

  it('each line of a paste is an item of its own', () => {
    const { each } = readEntries('!task @ada roll back in 5m\n!risk it drops the cache', NOW, utcRowClock, known)
    expect(each?.map(({ strategy }) => strategy?.item?.kind)).toEqual(['task', 'risk'])
  })

  it('whatever is typed, what it reads is what the engine takes', () => {
    const marks = fc.constantFrom(
      '!task ',
      '!tried ',
      '!hyp ',
      '!for ',
      '!against ',
      '!ask ',
      '!risk ',
      '!todo ',
      '\uff01task ',
    )
    const bits = fc.constantFrom(
      '@ada',
      '@',
      '=',
      ' = worse',
      ' in 10m',
      ' by 14:30',
      ' by ',
      '1 ',
      'bad ',
      '\uff20',
      '山田',
      '\u202e',
      '👩‍🚒',
    )
    const text = fc.array(fc.oneof(bits, fc.string({ unit: 'binary' })), { maxLength: 6 }).map(all => all.join(''))
    fc.assert(
      fc.property(marks, text, (mark, typed) => {
        const item = read(mark + typed).strategy?.item
        if (item) expect(strategyItemField.safeParse(item)).toMatchObject({ success: true })
      }),
    )
  })
})
