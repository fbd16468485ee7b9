import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLine } from '../../../src/renderer/features/timeline/line-grammar'
import type { StrategyKnown } from '../../../src/renderer/features/timeline/strategy-grammar'
import { utcRowClock } from '../../../src/renderer/ui/row-clock'
import { strategyItemField } from '../../../src/shared/contract/inputs/strategy'
import type { StrategyId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'

const NOW = Date.UTC(2026, 10, 20, 14, 22, 0)
const three = Date.UTC(2026, 10, 20, 15, 0, 0)
const known: StrategyKnown = {
  ...{ people: [], hypotheses: [], reports: [], teams: [] },
  decisions: [
    { id: 'd1' as StrategyId, text: 'roll back', state: 'decided' },
    { id: 'd2' as StrategyId, text: 'fail over', state: 'proposed' },
  ],
  panels: [
    { id: 'p1', title: 'Error rate', unit: 'ratio' },
    { id: 'p2', title: 'p95 latency', unit: 'seconds' },
    { id: 'p3', title: 'p99 latency', unit: 'milliseconds' },
    { id: 'p4', title: 'Requests', unit: 'per-second' },
  ],
}
const read = (typed: string, with_ = known) => readLine(typed, NOW, utcRowClock, with_)
const errors = (is: string, value = 0.05, typed = '5%') => ({
  panel: 'p1',
  title: 'Error rate',
  is,
  value,
  unit: 'ratio',
  typed,
})
const none = { at: null, condition: null, soon: true, instead: '' }

describe('[DN8] a decision in the line', () => {
  it.each([
    ['!decide roll back', { text: 'roll back', reason: '', now: false, revisit: null }],
    ['!decide now roll back', { text: 'roll back', now: true }],
    ['!decide now: roll back', { text: 'roll back', now: true }],
    ['!decide roll back because it grows', { text: 'roll back', reason: 'it grows', revisit: null }],
    ['!decide roll back if Ada agrees', { text: 'roll back if Ada agrees', revisit: null }],
    ['!decide roll back revisit 15:00', { text: 'roll back', revisit: { ...none, at: three, soon: false } }],
    ['!decide roll back revisit in 10m', { revisit: { at: NOW + 10 * MINUTE } }],
    ['!decide roll back revisit at 15:00 then page the DBA', { revisit: { at: three, instead: 'page the DBA' } }],
    ['!decide roll back if "Error rate" > 5%', { text: 'roll back', revisit: { ...none, condition: errors('above') } }],
    [
      '!decide wait because it falls revisit 15:00 if error rate not below 5% then maintenance mode',
      {
        ...{ text: 'wait', reason: 'it falls' },
        revisit: { at: three, condition: errors('at-least'), soon: false, instead: 'maintenance mode' },
      },
    ],
    ['!decide wait revisit 15:00 when error > 5%', { revisit: { at: three, condition: errors('above'), soon: true } }],
    ['!decide wait if p95 > 250 ms', { revisit: { condition: { panel: 'p2', value: 0.25, is: 'above' } } }],
    ['!decide wait if p99 ≥ 1.5s', { revisit: { condition: { panel: 'p3', value: 1_500, is: 'at-least' } } }],
    ['!decide wait if requests under 1.2k/s', { revisit: { condition: { panel: 'p4', value: 1_200, is: 'below' } } }],
  ])('%s', (typed, item) => {
    expect(read(typed).strategy).toMatchObject({ item: { kind: 'decision', ...item }, missing: null })
  })

  it.each([
    ['!decide wait if latency > 1 s', 'panel', 'latency'],
    ['!decide wait if nothing > 1', 'panel', 'nothing'],
    ['!decide wait if error rate > a lot', 'figure', 'a lot'],
    ['!decide wait revisit 25:99', 'revisit', '25:99'],
  ])('%s stays text, and the hint says so', (typed, what, said) => {
    expect(read(typed).strategy).toMatchObject({ item: { revisit: null }, unread: [{ what, said }] })
    expect(read(typed).strategy?.item?.text).toBe(typed.slice('!decide '.length))
  })

  it.each([
    [
      '!decide D2 because nobody objects',
      'verdict',
      { state: 'decided', was: 'proposed', text: 'nobody objects' },
      'decision',
      'Decided D2: nobody objects',
    ],
    ['!decide #2', 'verdict', { state: 'decided', text: '' }, 'decision', 'Decided D2'],
    ['!withdraw', null, null, 'note', ''],
    [
      '!withdraw it lags',
      'verdict',
      { decision: 'd2', state: 'withdrawn', text: 'it lags' },
      'note',
      'Withdrawn D2: it lags',
    ],
    [
      '!object the replica lags',
      'objection',
      { decision: 'd2', text: 'the replica lags' },
      'note',
      'Objection to D2: the replica lags',
    ],
    ['!object D1 too late', 'objection', { decision: 'd1', text: 'too late' }, 'note', 'Objection to D1: too late'],
  ])('%s answers one', (typed, kind, item, line, text) => {
    const { strategy, ...written } = read(typed)
    expect(written).toMatchObject({ kind: line, text })
    expect(strategy?.item).toEqual(kind === null ? null : expect.objectContaining({ kind, ...item }))
  })

  it('says what it lacks', () => {
    expect(read('!decide').strategy).toMatchObject({ item: null, missing: 'text', needs: 'decide' })
    expect(read('!object D9 no').strategy).toMatchObject({ item: null, missing: 'decision' })
    expect(read('!object no', { ...known, decisions: [] }).strategy).toMatchObject({ missing: 'decision' })
    expect(read(`!decide ${'x'.repeat(1_001)}`).strategy).toMatchObject({ item: null, missing: 'short' })
  })

  it('decided at once is a decision of the timeline, a proposal is a note', () => {
    expect(read('!decide now roll back')).toMatchObject({ kind: 'decision', text: 'roll back' })
    expect(read('!decide roll back')).toMatchObject({ kind: 'note', text: 'Proposed: roll back' })
    expect(read('!decision roll back')).toMatchObject({ kind: 'decision', strategy: null })
  })

  it('whatever is typed is sent only as the engine takes it', () => {
    const word = fc.constantFrom(...'now because revisit if when then 15:00 in 10m "Error rate" > 5% D2 x'.split(' '))
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 12 }), words => {
        const { item } = read(`!decide ${words.join(' ')}`).strategy ?? {}
        if (item) expect(strategyItemField.safeParse(item)).toMatchObject({ success: true })
      }),
    )
  })
})
