import { describe, expect, it } from 'vitest'
import { signalValue } from '../../../src/main/engine/drill/metrics'
import { episodeAt, standingAt } from '../../../src/main/engine/drill/standins/alert-rules'
import type { EventId } from '../../../src/shared/domain/ids'
import type { FactNow } from '../../../src/shared/domain/method/facts-now'
import {
  type HeldTriggers,
  heldNow,
  promptNow,
  triggersNow,
  type WatchedIncident,
} from '../../../src/shared/domain/method/prompt-rules'
import type { SeverityPrompt } from '../../../src/shared/domain/severity-prompts'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { shippedMethod } from '../../support/shipped-method'
import { paymentsOutage, shippedScenario } from './playing'

const errors: FactNow = {
  ...{ fact: 'errors', baseline: null, times: 2, limit: 1, panel: 'error-rate', title: 'Error rate', unit: 'percent' },
  ...{ value: 0, counted: 0, at: 0, current: true, usual: null, state: 'off', normalSince: null },
}
const calm: WatchedIncident = {
  ...{ severity: 'SEV-2', status: 'investigating', calmSince: null, services: null, reports: [], figuresStated: [] },
  ...{ severityPrompts: [], severitySince: 2 * MINUTE, servicesThen: null, clockSets: [] },
}
const reason = { trigger: 'worse', text: 'It is worse', direction: 'raise' } as const
const waiting: SeverityPrompt = {
  ...{ ...reason, from: 'SEV-2', severity: 'SEV-1', evidence: '', key: 'e' as EventId, at: 0, settled: null },
}

const scenario = paymentsOutage()
const at = (signal: string, minutes: number) => signalValue(scenario, signal, minutes * MINUTE)
const hourBefore = Array.from({ length: 240 }, (_none, index) => -60 + index / 4)

describe('the story of payments-outage', () => {
  it('[DS1] is normal at first, burns at 8:00 and is stable at 25:00', () => {
    expect(at('error-rate', 0.5)).toBeLessThan(1)
    expect(at('error-rate', 1)).toBeGreaterThan(0.6)
    expect(at('error-rate', 1)).toBeLessThan(5)
    expect(at('error-rate', 8)).toBeGreaterThan(20)
    expect(at('error-rate', 25)).toBeLessThan(1)
    expect(at('checkout-success', 8)).toBeLessThan(80)
    expect(at('checkout-success', 25)).toBeGreaterThan(97)
    expect(at('pool-in-use', 8)).toBeGreaterThan(95)
    expect(at('latency-p95', 8)).toBeGreaterThan(2_000)
    expect(at('queue-depth', 15)).toBeGreaterThan(5_000)
  })

  it('[DS2] the flag at 10:00 does not help, the rollback at 18:00 does', () => {
    expect(at('error-rate', 14)).toBeGreaterThan(25)
    expect(at('error-rate', 17.5)).toBeGreaterThan(25)
    expect(at('error-rate', 20)).toBeLessThan(5)
  })

  it('[DS3] the hour before the start is normal, and it wavers', () => {
    for (const panel of scenario.panels) {
      for (const { signal } of panel.queries) {
        const normal = scenario.signals[signal]?.keyframes[0]?.[1] ?? Number.NaN
        const noise = scenario.signals[signal]?.noise ?? Number.NaN
        const values = hourBefore.map(minutes => at(signal, minutes))
        for (const value of values) expect(Math.abs(value - normal), signal).toBeLessThanOrEqual(noise + 0.001)
        expect(new Set(values).size, signal).toBeGreaterThan(200)
      }
    }
  })

  it('[DS4] each threshold is crossed when the story says so', () => {
    const pages = scenario.pagerduty.pages.map(page => page.at / SECOND)
    expect(pages).toEqual([120, 270, 330, 1_740])
    expect(at('error-rate', 2)).toBeGreaterThan(5)
    expect(at('checkout-success', 4.5)).toBeLessThan(90)
    expect(at('pool-in-use', 5.5)).toBeGreaterThan(95)
  })

  it('[DS7] gets worse than SEV-2 at 14:00, seems to be over at 25:00, comes back at 29:00 and is over at 38:00', () => {
    expect(at('error-rate', 13)).toBeLessThan(50)
    expect(at('error-rate', 15)).toBeGreaterThan(50)
    expect(at('error-rate', 27)).toBeLessThan(1)
    expect(at('error-rate', 32)).toBeGreaterThan(10)
    for (const minute of [38, 45, 60, 74]) expect(at('error-rate', minute)).toBeLessThan(1)
    expect(scenario.length).toBeGreaterThan(38 * MINUTE + 30 * MINUTE)
  })

  it('[DS7] [RS6] then SEV-1 is offered, once it has held for three minutes, and nothing lower before it is over', () => {
    const { severity: method } = shippedMethod().current().method
    const offered: string[] = []
    let held: HeldTriggers | undefined
    for (let half = 4; half < 50; half += 1) {
      const now = (half / 2) * MINUTE
      const incident = { ...calm, severityPrompts: offered.length === 0 ? [] : [waiting] }
      const value = at('error-rate', half / 2)
      const facts = [{ ...errors, value, counted: value }]
      const triggers = triggersNow({ incident, method, facts, now })
      held = heldNow(held, triggers, { now, severitySince: 2 * MINUTE, longestGap: MINUTE })
      const prompt = promptNow(triggers, held, incident, now)?.trigger
      if (prompt !== undefined) offered.push(`${half / 2}: ${prompt.direction} to ${prompt.severity}`)
    }
    expect(offered).toEqual([expect.stringMatching(/^1[67](?:\.5)?: raise to SEV-1$/)])
  })

  it('[DS8] an alert that comes back is pending and firing again, since when it came back', () => {
    const alert = scenario.alerts.find(({ name }) => name === 'PaymentsErrorRateHigh')
    if (alert === undefined) throw new Error('The story has no such alert')
    const standing = [1, 1.9, 10, 25, 29.5, 30, 40].map(minute => standingAt(alert, minute * MINUTE))
    expect(standing).toEqual(['inactive', 'pending', 'firing', 'inactive', 'pending', 'firing', 'inactive'])
    expect(episodeAt(alert, 30 * MINUTE).firing).toBe((29 * 60 + 40) * SECOND)
    expect(episodeAt(alert, 25 * MINUTE).firing).toBe(2 * MINUTE)
  })

  it('[DS5] the same instant always has the same value, and another seed another', () => {
    const again = paymentsOutage()
    const other = { ...again, seed: again.seed + 1 }
    const values = hourBefore.map(minutes => at('requests', minutes))
    expect(hourBefore.map(minutes => signalValue(again, 'requests', minutes * MINUTE))).toEqual(values)
    expect(hourBefore.map(minutes => signalValue(other, 'requests', minutes * MINUTE))).not.toEqual(values)
    expect(signalValue(again, 'no-such-signal', 0)).toBeNaN()
  })

  it('[DS6] values move without jumps: no step of a second is more than a tenth of the whole range', () => {
    for (const [name, { keyframes, noise }] of Object.entries(scenario.signals)) {
      const heights = keyframes.map(([, value]) => value)
      const range = Math.max(...heights) - Math.min(...heights)
      for (let second = -60; second < 1_600; second += 1) {
        const step = Math.abs(at(name, (second + 1) / 60) - at(name, second / 60))
        expect(step, `${name} at ${second} s`).toBeLessThan(range / 10 + noise)
      }
    }
  })
})

describe('the story of database-failover', () => {
  const story = shippedScenario('database-failover')
  const value = (signal: string, minutes: number) => signalValue(story, signal, minutes * MINUTE)

  it('[DS9] ends the report in vain, misses what was decided on, fails over and restarts', () => {
    expect(story.length).toBe(40 * MINUTE)
    expect(value('write-latency', 0 - 5)).toBeLessThan(50)
    expect(value('write-latency', 7.5)).toBeGreaterThan(3_000)
    // What was decided at 8:00: fail over at 13:00 if less than ten seconds would be lost.
    expect(value('replication-lag', 13)).toBeGreaterThan(60)
    expect(value('replication-lag', 17.6)).toBeLessThan(10)
    expect(value('order-errors', 17)).toBeLessThan(5)
    expect(value('order-errors', 21.5)).toBeGreaterThan(5)
    expect(value('order-errors', 30)).toBeLessThan(1)
  })

  it('[DS9] pages two teams, and every alert stands when its value says so', () => {
    const teams = new Set(story.alerts.map(({ labels }) => labels.team))
    expect([...teams].sort()).toEqual(['databases', 'orders'])
    expect(story.pagerduty.pages.map(({ service }) => service)).toEqual(['PORDDB1', 'PORDAP1', 'PORDAP1'])
    const bounds = { 'order-errors': 2, 'write-latency': 1_000, 'replication-lag': 30, 'disk-latency': 100 } as const
    for (const { name, signal, firing, until, again } of story.alerts) {
      const bound = bounds[signal as keyof typeof bounds]
      if (bound === undefined) continue
      for (const episode of [{ firing, until }, ...again]) {
        const [begins, ends] = [episode.firing / MINUTE, episode.until / MINUTE]
        expect(value(signal, (begins + ends) / 2), `${name} at ${begins}`).toBeGreaterThan(bound)
        expect(value(signal, ends + 2), `${name} at ${ends}`).toBeLessThan(bound)
      }
    }
  })
})
