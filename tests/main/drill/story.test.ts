import { describe, expect, it } from 'vitest'
import { signalValue } from '../../../src/main/engine/drill/metrics'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { paymentsOutage } from './playing'

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
    expect(pages).toEqual([120, 270, 330])
    expect(at('error-rate', 2)).toBeGreaterThan(5)
    expect(at('checkout-success', 4.5)).toBeLessThan(90)
    expect(at('pool-in-use', 5.5)).toBeGreaterThan(95)
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
