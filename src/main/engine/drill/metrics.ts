import type { Millis } from '../../../shared/lib/time'
import { SECOND } from '../../../shared/lib/time'
import type { Scenario, Signal } from './scenario'
import { type Scene, storyTime } from './scene'

/** Two waves of noise, a slow and a quick one: their periods and shares of the whole. */
const waves: readonly { readonly period: Millis; readonly share: number }[] = [
  { period: 45 * SECOND, share: 0.65 },
  { period: 15 * SECOND, share: 0.35 },
]

/**
 * Value of a signal at `offset` after the start, in the signal's unit. Pure: the same arguments always give the same
 * number, so charts that are read again, or after a restart, never rewrite their own past.
 */
function valueAt(signal: Signal, seed: number, offset: Millis): number {
  const wavering = waves.reduce((sum, { period, share }) => sum + share * noise(seed, offset / period), 0)
  const value = glide(signal.keyframes, offset) + signal.noise * wavering
  return Math.min(signal.max ?? value, Math.max(signal.min ?? value, value))
}

/** A seed for each name, so that two signals of one scenario do not waver together. FNV-1a. */
function seedFor(seed: number, name: string): number {
  let hash = seed ^ 0x811c9dc5
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash
}

function glide(keyframes: Signal['keyframes'], offset: Millis): number {
  const next = keyframes.findIndex(([at]) => at > offset)
  const [startAt, start] = (next === -1 ? keyframes.at(-1) : keyframes[Math.max(0, next - 1)]) ?? [0, 0]
  const [endAt, end] = keyframes[next] ?? [startAt, start]
  if (next <= 0) return start
  return start + (end - start) * eased((offset - startAt) / (endAt - startAt))
}

/** Smooth value noise in −1…1. */
function noise(seed: number, position: number): number {
  const tick = Math.floor(position)
  const [left, right] = [chance(seed, tick), chance(seed, tick + 1)]
  return left + (right - left) * eased(position - tick)
}

/** 0…1 → 0…1, slow at both ends. */
function eased(part: number): number {
  return part * part * (3 - 2 * part)
}

/** A number in −1…1 that only seed and tick decide: the finishing steps of MurmurHash3. */
function chance(seed: number, tick: number): number {
  let hash = Math.imul(seed ^ Math.imul(tick, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 31 - 1
}

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
