import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlinesOf, ladderOf, runningDeadlines } from '../../src/shared/domain/deadlines'
import type { EntryId, StrategyId, TeamId } from '../../src/shared/domain/ids'
import { reportDueAt, reportsOf } from '../../src/shared/domain/lead-reports'
import type { EventDraft } from '../../src/shared/events/define'
import { definitionOf, eventRegistry as events } from '../../src/shared/events/registry'
import { MINUTE } from '../../src/shared/lib/time'
import {
  ada,
  assigned,
  declared,
  engineItself,
  line,
  minute,
  named,
  recordOf,
  resolved,
  retracted,
} from '../support/folded-incident'
import { shippedRules } from '../support/shipped-method'

const { rules } = shippedRules
const adopted = (leads: number | undefined = rules.leads, at = 0, from: string | null = null) =>
  events['method-adopted'].draft({ ...shippedRules, rules: { ...rules, leads }, from }, minute(at), engineItself)
const withoutLeads = (at = 0) => {
  const { leads: _, ...others } = rules
  return events['method-adopted'].draft(
    { ...shippedRules, rules: others, from: at === 0 ? null : 'x' },
    minute(at),
    engineItself,
  )
}
const formed = (at: number, team = 'pay', name = 'Payments', lead = 'Cy') =>
  events['team-formed'].draft({ team: team as TeamId, name, lead: named(lead), members: [] }, minute(at), ada)
const reported = (at: number, text = 'replicas restored', more: object = {}) =>
  events['lead-reported'].draft(
    { report: `r${at}` as StrategyId, team: 'pay' as TeamId, name: 'Payments', text, entry: null, ...more },
    minute(at),
    ada,
  )
const ended = (at: number) => events['team-ended'].draft({ team: 'pay' as TeamId, name: 'Payments' }, minute(at), ada)
const reopened = (at: number) =>
  events['status-changed'].draft({ from: 'resolved', to: 'investigating', reason: '' }, minute(at), ada)

const incidentAfter = (...drafts: readonly EventDraft[]) => recordOf([declared(), ...drafts]).incident
const due = (...drafts: readonly EventDraft[]) =>
  runningDeadlines(incidentAfter(...drafts)).filter(({ kind }) => kind === 'lead-report')
const dueAt = (...drafts: readonly EventDraft[]) => due(...drafts).map(one => (one.dueAt - minute(0)) / MINUTE)

describe('[RC1] the report of a sub-team', () => {
  it('is due 15 minutes after it has a lead, by the method that ships, and after each report', () => {
    expect(rules.leads).toBe(15)
    expect(dueAt(adopted(), formed(10))).toEqual([25])
    expect(dueAt(adopted(), formed(10), reported(20))).toEqual([35])
    expect(dueAt(adopted(20), formed(10), reported(40))).toEqual([60])
  })

  it.each<readonly [string, readonly EventDraft[]]>([
    ['the method does not ask', [withoutLeads(), formed(1)]],
    ['the incident is from before there were methods', [formed(1), reported(2)]],
    ['there is no sub-team', [adopted()]],
    ['[RC2] the team is disbanded', [adopted(), formed(1), ended(2)]],
    ['[RC2] the incident is resolved', [adopted(), formed(1), resolved(2)]],
  ])('has no clock where %s', (_, drafts) => {
    expect(due(...drafts)).toEqual([])
  })
})

describe('[RC2] its deadline', () => {
  it('is the lead’s, then the commander’s, is about the team, and calls once, softly', () => {
    const [one] = due(adopted(), assigned(1, 'ic', 'Ada'), formed(2))
    expect(one).toMatchObject({ about: 'Payments', owner: named('Cy'), backups: [named('Ada')], audience: null })
    expect(ladderOf('SEV-1', 'lead-report').map(({ does }) => does)).toEqual(['warn', 'call'])
  })

  it('is one for each team, and a report answers that of its team alone', () => {
    const two = [adopted(), formed(1), formed(2, 'net', 'Network')]
    expect(dueAt(...two)).toEqual([16, 17])
    const after = due(...two, reported(10))
    expect(after.map(({ about }) => about)).toEqual(['Network', 'Payments'])
    expect(new Set(after.map(({ id }) => id)).size).toBe(2)
  })

  it('counts anew once the incident is open again', () => {
    expect(dueAt(adopted(), formed(1), reported(5), resolved(6), reopened(60))).toEqual([75])
    expect(
      deadlinesOf(incidentAfter(adopted(), formed(1), resolved(6))).map(({ pausedBecause }) => pausedBecause),
    ).toContain('resolved')
  })
})

describe('[RC3] a report', () => {
  it('is there once, with a line of its team', () => {
    const { incident, timeline } = recordOf([
      declared(),
      adopted(),
      formed(1),
      reported(2),
      reported(2),
      reported(3, ''),
    ])
    expect(reportsOf(incident, 'pay' as TeamId)?.reports.map(({ text }) => text)).toEqual(['replicas restored', ''])
    expect(timeline.map(({ text }) => text).slice(-1)).toEqual(['Payments reports nothing new'])
    expect(timeline.some(({ text }) => text === 'Payments reports: replicas restored')).toBe(true)
  })

  it('of a team that there is not changes nothing, whatever its id', () => {
    for (const team of ['gone', '__proto__', 'constructor'])
      expect(incidentAfter(adopted(), formed(1), reported(2, 'x', { team })).leadReports).toEqual(
        incidentAfter(adopted(), formed(1)).leadReports,
      )
  })

  it('[RC5] has words that can be replaced', () => {
    const { body, withoutTexts } = definitionOf('lead-reported')
    const without = withoutTexts?.(reported(1, 'Mrs Peacock waits').body, 'A customer')
    expect(JSON.stringify(without)).not.toContain('Peacock')
    expect(body.safeParse(without).success).toBe(true)
  })
})

describe('[RC5] the line of a report', () => {
  const typed = (at: number) => [line(at, 'note', 'x'), reported(at, 'x', { entry: `entry-${at}-note` as EntryId })]

  it('takes it away where it is retracted, and the clock is where the others left it', () => {
    const before = [adopted(), formed(1), ...typed(5), ...typed(10)]
    expect(dueAt(...before)).toEqual([25])
    expect(dueAt(...before, retracted(11, 'entry-10-note', ''))).toEqual([20])
    expect(dueAt(...before, retracted(11, 'entry-5-note', ''))).toEqual([25])
    expect(dueAt(...before, retracted(11, 'entry-5-note', ''), retracted(12, 'entry-10-note', ''))).toEqual([16])
  })

  it('leaves the one that was said last of the others, and its clock, however many are retracted and in whatever order', () => {
    const reports = fc.uniqueArray(fc.integer({ min: 2, max: 90 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(reports, fc.infiniteStream(fc.boolean()), fc.infiniteStream(fc.nat()), (said, isRetracted, order) => {
        const gone = said.filter(() => isRetracted.next().value)
        const shuffled = gone.map(at => [order.next().value, at] as const).toSorted((a, b) => a[0] - b[0])
        const after = [
          ...[adopted(), formed(1), ...said.flatMap(typed)],
          ...shuffled.map(([, at], n) => retracted(100 + n, `entry-${at}-note`, '')),
        ]
        const left = said.filter(at => !gone.includes(at))
        const last = reportsOf(incidentAfter(...after), 'pay' as TeamId)?.reports.at(-1)
        expect(last?.entry ?? null).toBe(left.length === 0 ? null : `entry-${Math.max(...left)}-note`)
        expect(dueAt(...after)).toEqual([Math.max(1, ...left) + 15])
      }),
      { numRuns: 60 },
    )
  })

  it('sets nothing late that was due before the incident came back', () => {
    const before = [adopted(), formed(1), ...typed(5), resolved(6), reopened(60)]
    expect(dueAt(...before, retracted(61, 'entry-5-note', ''))).toEqual([75])
  })
})

it('[RC4] what was said before the last report, and written down after it, sets no clock back', () => {
  const reports = [adopted(), formed(1), reported(12, 'later'), reported(4, 'earlier')]
  expect(dueAt(...reports)).toEqual([27])
  expect(reportsOf(incidentAfter(...reports), 'pay' as TeamId)?.reports.at(-1)?.text).toBe('later')
})

it('[RC4] a clock that was ahead and is set back keeps no later report away', () => {
  const setBack = events['clock-set'].draft({ by: -60 * MINUTE }, minute(10), engineItself)
  const reports = [adopted(), formed(1), reported(65, 'ahead'), setBack]
  expect(dueAt(...reports)).toEqual([25])
  const after = [...reports, reported(12, 'restarted'), reported(20, 'restored')]
  expect(dueAt(...after)).toEqual([35])
  expect(reportsOf(incidentAfter(...after), 'pay' as TeamId)?.reports.at(-1)?.text).toBe('restored')
})

it('[RC6] changing over begins the clock or brings it nearer, and moves none further away', () => {
  expect(dueAt(withoutLeads(), formed(1), adopted(15, 30, 'x'))).toEqual([45])
  expect(dueAt(adopted(), formed(1), adopted(5, 3, 'x'))).toEqual([8])
  expect(dueAt(adopted(), formed(1), adopted(60, 3, 'x'))).toEqual([16])
  expect(dueAt(adopted(), formed(1), withoutLeads(3))).toEqual([16])
  expect(dueAt(adopted(), formed(1), withoutLeads(3), reported(10))).toEqual([])
})

describe('[RC1] whatever is reported, in whatever order,', () => {
  const step = fc.oneof(
    fc.record({ does: fc.constant('report' as const), ago: fc.nat({ max: 30 }) }),
    fc.record({ does: fc.constantFrom('resolve' as const, 'reopen' as const), ago: fc.constant(0) }),
  )

  it('an open team has one clock, never further than 15 minutes ahead of the last thing that set it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), steps => {
        let [at, status] = [40, 'open' as 'open' | 'resolved']
        const drafts: EventDraft[] = [adopted(), formed(40)]
        for (const [n, { does, ago }] of steps.entries()) {
          at += 3
          if (does === 'report') drafts.push(reported(at - ago, `${n}`, { report: `p${n}` as StrategyId }))
          else if (does === 'resolve' && status === 'open') drafts.push(resolved(at))
          else if (does === 'reopen' && status === 'resolved') drafts.push(reopened(at))
          if (does !== 'report') status = does === 'resolve' ? 'resolved' : 'open'
        }
        const incident = incidentAfter(...drafts)
        const [clock, other] = runningDeadlines(incident).filter(({ kind }) => kind === 'lead-report')
        expect(other).toBeUndefined()
        expect(clock === undefined).toBe(incident.status === 'resolved')
        const team = incident.leadReports[0]
        if (team === undefined) throw new Error('The team is not there')
        expect(reportDueAt(team)).toBeLessThanOrEqual(minute(at + 15))
        expect(reportDueAt(team)).toBeGreaterThanOrEqual(minute(55))
      }),
    )
  })
})
