import { describe, expect, it } from 'vitest'
import { signalValue } from '../../../src/main/engine/drill/metrics'
import type { Scenario } from '../../../src/main/engine/drill/scenario'
import { panelFactsNow } from '../../../src/shared/contract/figures/panel-facts'
import type { PanelBaseline, PanelReading, PanelSeries } from '../../../src/shared/contract/metrics'
import { type FactNow, severityFacts } from '../../../src/shared/domain/method/facts-now'
import { type GateSituation, gateNow } from '../../../src/shared/domain/method/gate'
import type { PanelFact } from '../../../src/shared/domain/method/panel-meaning'
import { proposeSeverity, type SeverityFacts } from '../../../src/shared/domain/method/severity-proposal'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { shippedMethod } from '../../support/shipped-method'
import { paymentsOutage, shippedScenario } from './playing'

const { method } = shippedMethod().current()

/** Ten minutes of a signal, a sample each ten seconds, the last of them at this minute of the story. */
function lineOf(story: Scenario, name: string, signal: string, minute: number): PanelSeries {
  const times = Array.from({ length: 60 }, (_none, index) => minute * MINUTE - (59 - index) * 10 * SECOND)
  return { name, times, values: times.map(at => signalValue(story, signal, at)) }
}

/** What the panels of a story say at a minute, against an hour of the day before in which nothing happened. */
function factsAt(story: Scenario, minute: number): readonly FactNow[] {
  const seriesAt = (queries: Scenario['panels'][number]['queries'], at: number) =>
    queries.map(({ legend, signal }) => lineOf(story, legend, signal, at))
  const panels = story.panels.map(({ id, title, unit, thresholds, means, queries }): PanelReading => {
    const series = seriesAt(queries, minute)
    return { id, title, unit, thresholds, means, series, feed: 'p', trueAt: minute * MINUTE, problem: '', warnings: [] }
  })
  const before = story.panels.map(
    ({ id, queries }): PanelBaseline => ({ panel: id, series: seriesAt(queries, -24 * 60), problem: '' }),
  )
  return panelFactsNow(panels, () => before, minute * MINUTE)
}

const halfMinutes = (from: number, to: number) =>
  Array.from({ length: (to - from) * 2 + 1 }, (_none, index) => from + index / 2)

const offAt = (story: Scenario, minute: number) =>
  new Set(factsAt(story, minute).flatMap(({ fact, state }) => (state === 'off' ? fact : [])))

const proposed = (facts: SeverityFacts) => proposeSeverity(method.severity, {}, facts).severity

/** The criteria of the method's gate that panels decide, with nothing else known. */
function gateAt(story: Scenario, minute: number): Readonly<Record<string, string>> {
  const situation: GateSituation = {
    ...{ gate: method.resolution.gate, stable: 30, words: {}, techLead: null, facts: factsAt(story, minute) },
    ...{ alerts: { unknown: 'not-read', firing: 0, first: '', clearedAt: null }, lastReportAt: null },
    ...{ clockSets: [], now: minute * MINUTE, promises: [] },
  }
  const asked = ['error-rate', 'latency', 'resources', 'business', 'monitoring']
  const { criteria } = gateNow(situation)
  return Object.fromEntries(criteria.flatMap(({ id, state }) => (asked.includes(id) ? [[id, state]] : [])))
}

interface StoryMeasures {
  readonly story: Scenario
  readonly measures: readonly PanelFact[]
  /** A minute at which all of that is off. */
  readonly worst: number
  readonly over: number
}

const stories: readonly (readonly [string, StoryMeasures])[] = [
  [
    'payments-outage',
    {
      ...{ story: paymentsOutage(), worst: 15, over: 45 },
      measures: ['errors', 'users', 'p95', 'revenue', 'resources', 'business'],
    },
  ],
  [
    'database-failover',
    {
      ...{ story: shippedScenario('database-failover'), worst: 13, over: 36 },
      measures: ['errors', 'p95', 'resources', 'business'],
    },
  ],
]

describe.each(stories)('[DS10] what the panels of %s measure', (_name, { story, measures, worst, over }) => {
  it('is what the calculator and the gate ask for', () => {
    expect(new Set(factsAt(story, 0).map(({ fact }) => fact))).toEqual(new Set(measures))
  })

  it('is normal before it begins and when it is over, and off while it burns', () => {
    for (const minute of [...halfMinutes(-30, -5), ...halfMinutes(over, over + 20)]) {
      const states = factsAt(story, minute).map(({ title, state }) => `${title}: ${state}`)
      expect(
        states.filter(said => !said.endsWith(': normal')),
        `${minute}`,
      ).toEqual([])
    }
    expect(offAt(story, worst)).toEqual(new Set(measures))
  })

  it('closes the gate while it burns and opens what is measured of it in the end', () => {
    const all = (state: string) => ({
      ...{ 'error-rate': state, latency: state, resources: state, business: state, monitoring: state },
    })
    expect(gateAt(story, worst)).toEqual(all('red'))
    expect(gateAt(story, over)).toEqual(all('green'))
  })
})

describe('[DS10] what the calculator makes of it', () => {
  it('in payments-outage users and revenue have their moment, and never point further than the errors do', () => {
    const story = paymentsOutage()
    const seen: string[] = []
    for (const minute of halfMinutes(0, 60)) {
      const facts = severityFacts(factsAt(story, minute))
      const { errors = 0, users = 0, revenue = 0 } = facts
      const [byErrors, byUsers, byRevenue] = [proposed({ errors }), proposed({ users }), proposed({ revenue })]
      expect(byUsers >= byErrors && byRevenue >= byErrors, `${minute}: ${byErrors}, ${byUsers}, ${byRevenue}`).toBe(
        true,
      )
      if (seen.at(-1) !== byUsers) seen.push(byUsers)
    }
    expect(seen.join(' ')).toMatch(/^SEV-4 SEV-3 SEV-2 SEV-1 SEV-2 SEV-3 SEV-4 SEV-3 SEV-2 SEV-3 SEV-4$/)
    for (const minute of [14.5, 17]) {
      const { users = 0, revenue = 0 } = severityFacts(factsAt(story, minute))
      expect([proposed({ users }), proposed({ revenue })]).toEqual(['SEV-1', 'SEV-1'])
    }
  })

  it('in database-failover it is a SEV-2 while orders fail, before maintenance mode and after the failover', () => {
    const story = shippedScenario('database-failover')
    const errorsAt = (minute: number) => proposed({ errors: severityFacts(factsAt(story, minute)).errors ?? 0 })
    expect([0, 8, 12, 18, 22, 30].map(errorsAt)).toEqual(['SEV-4', 'SEV-2', 'SEV-2', 'SEV-3', 'SEV-2', 'SEV-4'])
    expect(proposed(severityFacts(factsAt(story, 2)))).toBe('SEV-2')
  })
})
