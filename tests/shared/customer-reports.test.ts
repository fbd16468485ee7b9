import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportsNow } from '../../src/shared/domain/customer-reports'
import type { EntryId, EventId, StrategyId } from '../../src/shared/domain/ids'
import type { EventDraft } from '../../src/shared/events/define'
import { definitionOf, type EventKind, eventRegistry as events } from '../../src/shared/events/registry'
import { ada, declared, line, minute, person, recordOf, retracted } from '../support/folded-incident'

const id = (name: string) => name as StrategyId
const words = { source: 'support', text: 'cannot pay', count: 12 }

const reported = (more = {}, at = 1) =>
  events['customers-reported'].draft({ report: id('r'), ...words, entry: null, ...more }, minute(at), ada)
const corrected = (was: string, more = {}, at = 5) =>
  events['report-corrected'].draft(
    { report: id('r'), ...words, retracted: false, was: was as EventId, ...more },
    minute(at),
    person('Bob'),
  )

const incidentAfter = (...drafts: readonly EventDraft[]) => recordOf([declared(), ...drafts]).incident
const said = (...drafts: readonly EventDraft[]) =>
  recordOf([declared(), ...drafts])
    .timeline.slice(1)
    .map(entry => entry.text)
const first = incidentAfter(reported()).reports[0]
const key = first?.key ?? ''

describe('[CR1] customer reports', () => {
  it.each([
    ['one', [reported()], { ...words, raised: { at: minute(1) }, retracted: null }],
    ['one that is reported twice', [reported(), reported({ count: 3 })], { count: 12 }],
    ['[CR4] one that is corrected', [reported(), corrected(key, { count: 14, text: 'nothing loads' })], { count: 14 }],
    ['[CR4] one that was none', [reported(), corrected(key, { retracted: true })], { retracted: { at: minute(5) } }],
  ] as const)('fold: %s', (_, drafts, expected) => {
    expect(incidentAfter(...drafts).reports).toMatchObject([expected])
  })

  it('[CR4] stay retracted by who did it first, whoever corrects them after that', () => {
    const gone = corrected(key, { retracted: true })
    const [known] = incidentAfter(reported(), gone).reports
    const later = (retracted: boolean) => corrected(known?.key ?? '', { retracted, count: 14 }, 7)
    expect(incidentAfter(reported(), gone, later(true)).reports).toMatchObject([
      { count: 14, retracted: { by: person('Bob'), at: minute(5) } },
    ])
    expect(incidentAfter(reported(), gone, later(false)).reports).toMatchObject([{ count: 14, retracted: null }])
  })

  it('that are not there are not changed', () => {
    expect(incidentAfter(corrected('x')).reports).toEqual([])
    expect(incidentAfter(corrected('x')).unfolded).toEqual([])
  })

  it('have a line each, with their number and where they came from', () => {
    expect(said(reported(), corrected(key, { count: 1, source: '' }))).toEqual([
      '12 customer reports from support: cannot pay',
      'Corrected: Customer report: cannot pay',
    ])
    expect(said(reported({ text: '' }), corrected(key, { retracted: true, text: '' }))).toEqual([
      '12 customer reports from support',
      'Retracted: 12 customer reports from support',
    ])
  })

  it('[CR5] go with the line that they were typed as', () => {
    const typed = line(1, 'note', '12 customer reports')
    const made = reported({ entry: 'entry-1-note' as EntryId })
    expect(incidentAfter(typed, made).reports).toHaveLength(1)
    expect(said(typed, made)).toHaveLength(1)
    expect(incidentAfter(typed, made, retracted(3, 'entry-1-note', '')).reports).toEqual([])
  })

  it('[CR5] each text of people can be replaced, and the event is as readable as before', () => {
    for (const draft of [reported(), corrected(key)]) {
      const { body, withoutTexts } = definitionOf(draft.kind as EventKind)
      const without = withoutTexts?.(draft.body, 'A customer')
      expect(JSON.stringify(without)).not.toMatch(/support|pay/)
      expect(body.safeParse(without).success).toBe(true)
      expect(without).toMatchObject({ count: 12, report: 'r' })
    }
  })
})

it('[CR4] of two machines that had not heard of each other the second correction is void', () => {
  const { reports, unfolded } = incidentAfter(
    reported(),
    corrected(key, { count: 14 }),
    corrected(key, { count: 20 }, 6),
  )
  expect(reports).toMatchObject([{ count: 14 }])
  expect(unfolded).toMatchObject([{ because: { as: 'void', reason: 'report-changed' } }])
})

describe('[CR3] number and time of the last', () => {
  it('are not known without a report that stands', () => {
    expect(reportsNow([])).toEqual({ count: 0, lastAt: null })
    expect(reportsNow(incidentAfter(reported(), corrected(key, { retracted: true })).reports).lastAt).toBe(null)
  })

  it('are those of the reports that stand, in whatever order they were written down', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            count: fc.integer({ min: 1, max: 1_000_000 }),
            at: fc.integer({ min: 1, max: 50 }),
            gone: fc.boolean(),
          }),
        ),
        parts => {
          const reports = parts.map(({ count, at, gone }) => {
            const raised = { by: ada, at }
            return {
              ...words,
              id: id('r'),
              entry: null,
              key: 'k' as EventId,
              count,
              raised,
              retracted: gone ? raised : null,
            }
          })
          const standing = parts.filter(({ gone }) => !gone)
          const { count, lastAt } = reportsNow(reports)
          expect(count).toBe(standing.reduce((sum, one) => sum + one.count, 0))
          expect(lastAt).toBe(standing.length === 0 ? null : Math.max(...standing.map(({ at }) => at)))
        },
      ),
    )
  })
})
