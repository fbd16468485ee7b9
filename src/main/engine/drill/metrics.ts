import type { Millis } from '../../../shared/lib/time'
import type { Scenario } from './scenario'
import { type Scene, storyTime } from './scene'
import { seedFor, valueAt } from './series'

/** What one expression of the scenario is answered with. */
export interface Metric {
  readonly labels: Readonly<Record<string, string>>
  valueAt(instant: Millis): number
}

/** Expression → its metric. Spaces around an expression do not count; all else does. */
export function findMetric(scene: Scene, expr: string): Metric | undefined {
  const queries = scene.scenario.panels.flatMap(panel => panel.queries)
  const query = queries.find(known => known.expr === expr.trim())
  if (query === undefined) return undefined
  return {
    labels: query.labels,
    valueAt: instant => signalValue(scene.scenario, query.signal, instant - scene.startedAt),
  }
}

/** In the signal's unit, to four decimals; NaN for a signal that is not there. */
export function signalValue({ signals, seed }: Scenario, name: string, offset: Millis): number {
  const signal = signals[name]
  return signal ? Math.round(valueAt(signal, seedFor(seed, name), offset) * 10_000) / 10_000 : Number.NaN
}

/** One sample a step from `from` to `to`, both included, but none from the future of the drill. */
export function samples(scene: Scene, metric: Metric, from: Millis, to: Millis, step: Millis): [Millis, number][] {
  const end = Math.min(to, scene.startedAt + storyTime(scene))
  const count = end < from ? 0 : Math.floor((end - from) / step) + 1
  return Array.from({ length: count }, (_none, index) => {
    const at = from + index * step
    return [at, metric.valueAt(at)]
  })
}
