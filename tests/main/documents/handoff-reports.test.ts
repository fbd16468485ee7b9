import { expect, it } from 'vitest'
import { reportSections } from '../../../src/main/engine/documents/handoff-reports'
import type { EventId, StrategyId } from '../../../src/shared/domain/ids'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as events } from '../../../src/shared/events/registry'
import { ada, declared, minute, recordOf } from '../../support/folded-incident'
import { contentOf } from './sample'

const words = { source: 'support', text: 'cannot pay', count: 12 }
const reported = (report: string, at: number, more = {}) =>
  events['customers-reported'].draft({ report: report as StrategyId, ...words, entry: null, ...more }, minute(at), ada)
const said = (...drafts: readonly EventDraft[]) =>
  JSON.stringify(reportSections(contentOf([declared(), ...drafts], 40)))

it('[CR8] the newest are those that came in last, in whatever order they were written down', () => {
  const many = Array.from({ length: 21 }, (_, n) => reported(`r${n}`, 30 - n, { text: `came at ${30 - n}` }))
  const times = [...said(...many).matchAll(/came at (\d+)/g)].map(([, at]) => Number(at))
  expect(times).toEqual(Array.from({ length: 20 }, (_, n) => 30 - n))
})

it('[CR8] the handoff has the number, the time of the last, and the newest reports', () => {
  expect(said()).toBe('[]')
  const key = recordOf([declared(), reported('a', 5)]).incident.reports[0]?.key ?? ('' as EventId)
  const gone = events['report-corrected'].draft(
    { report: 'a' as StrategyId, ...words, retracted: true, was: key },
    minute(9),
    ada,
  )
  expect(said(reported('a', 5), gone)).toBe('[]')
  const text = said(
    reported('a', 5),
    gone,
    reported('b', 20, { count: 1_200 }),
    reported('c', 12, { count: 1, source: '' }),
  )
  expect(text).toMatch(/In all.*1,201.*The last.*14:20 UTC/)
  expect(text).toMatch(/1,200 customer reports from support: cannot pay.*Customer report: cannot pay/)
  const many = Array.from({ length: 25 }, (_, n) => reported(`r${n}`, n + 1))
  expect(said(...many)).toContain('5 earlier ones are in the timeline.')
  expect(said(...many.slice(0, 21))).toContain('1 earlier one is in the timeline.')
})
