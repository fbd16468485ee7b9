import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { Threshold } from '../../../shared/contract/metrics'
import type { PanelUnit } from '../../../shared/contract/panel-units'
import { asJsonObject, type RawPanel, type RawStep } from './schema'

/** Thresholds by their colours: red is critical, orange and yellow are a warning, all else is well. */

export interface Thresholds {
  readonly thresholds: readonly Threshold[]
  readonly note: FaultValue
}

type Mood = 'well' | Threshold['level']

interface Step {
  /** -Infinity for the first. */
  readonly from: number
  readonly mood: Mood
}

const none: Thresholds = { thresholds: [], note: '' }
const bothSides: Thresholds = { thresholds: [], note: { code: 'note-thresholds-both' } }

export function panelThresholds(panel: RawPanel, unit: PanelUnit): Thresholds {
  if (panel.type === 'singlestat') return fromSteps(singlestatSteps(panel))
  if (Array.isArray(panel.thresholds)) return graphThresholds(panel.thresholds)
  const defaults = panel.fieldConfig?.defaults
  // Every new panel has green and red steps in its JSON; a chart draws them only where it says so.
  const style = defaults?.custom?.thresholdsStyle?.mode ?? 'off'
  if ((panel.type === 'timeseries' || panel.type === 'graph') && style === 'off') return none
  if (panel.type === 'stat' && panel.options?.colorMode === 'none') return none
  const { mode, steps = [] } = defaults?.thresholds ?? {}
  if (mode !== 'percentage') return fromSteps(steps.map(step => ({ from: step.value, color: step.color })))
  const range = rangeOf(defaults?.min, defaults?.max, unit)
  if (steps.length < 2) return none
  if (range === null) return { thresholds: [], note: { code: 'note-thresholds-share' } }
  const [low, high] = range
  return fromSteps(
    steps.map(({ value, color }) => ({
      from: value === null || value === undefined ? null : low + ((high - low) * value) / 100,
      color,
    })),
  )
}

function rangeOf(min: number | undefined, max: number | undefined, unit: PanelUnit): readonly [number, number] | null {
  const natural = unit === 'percent' ? 100 : unit === 'ratio' ? 1 : undefined
  const high = max ?? natural
  return high === undefined ? null : [min ?? 0, high]
}

/** The first step is what holds below the second, whatever its value says. */
function fromSteps(raw: readonly { from: RawStep['value']; color: RawStep['color'] }[]): Thresholds {
  const steps = raw.map(({ from, color }, at): Step => {
    return { from: at === 0 ? Number.NEGATIVE_INFINITY : (from ?? Number.NaN), mood: moodOf(color ?? '') }
  })
  if (steps.slice(1).some(step => Number.isNaN(step.from))) return none
  const moods = steps.map(step => rank(step.mood))
  if (sorted(moods)) return { thresholds: rising(steps), note: '' }
  return sorted(moods.toReversed()) ? { thresholds: falling(steps), note: '' } : bothSides
}

function rising(steps: readonly Step[]): readonly Threshold[] {
  return firstOfEach(
    steps.flatMap(({ from, mood }) =>
      mood === 'well' || from === Number.NEGATIVE_INFINITY ? [] : [{ at: from, level: mood }],
    ),
  )
}

/** A step's trouble ends where the next begins. */
function falling(steps: readonly Step[]): readonly Threshold[] {
  const ends = steps.flatMap(({ mood }, at): readonly Threshold[] => {
    const next = steps[at + 1]
    return mood === 'well' || next === undefined ? [] : [{ at: next.from, level: mood, low: true }]
  })
  return firstOfEach(ends.toReversed())
}

function firstOfEach(thresholds: readonly Threshold[]): readonly Threshold[] {
  return thresholds.filter((one, at) => thresholds.findIndex(other => other.level === one.level) === at)
}

function sorted(ranks: readonly number[]): boolean {
  return ranks.every((one, at) => at === 0 || one >= (ranks[at - 1] ?? one))
}

function rank(mood: Mood): number {
  return ['well', 'warning', 'critical'].indexOf(mood)
}

/** Of the graph panel before Grafana 8: `[{ value, op: 'gt' | 'lt', colorMode: 'critical' | 'warning' | … }]`. */
function graphThresholds(raw: readonly unknown[]): Thresholds {
  const thresholds = raw.flatMap((one): readonly Threshold[] => {
    const { value, op, colorMode } = asJsonObject(one) ?? {}
    if (typeof value !== 'number' || (colorMode !== 'critical' && colorMode !== 'warning')) return []
    return [op === 'lt' ? { at: value, level: colorMode, low: true } : { at: value, level: colorMode }]
  })
  const ways = new Set(thresholds.map(threshold => threshold.low === true))
  return ways.size > 1 ? bothSides : { thresholds: firstOfEach(thresholds), note: '' }
}

/** Of singlestat: `thresholds: '50,80'` with three `colors`, drawn only where the value or its ground is coloured. */
function singlestatSteps({ thresholds, colors, colorValue, colorBackground }: RawPanel) {
  if (typeof thresholds !== 'string' || (colorValue !== true && colorBackground !== true)) return []
  const bounds = thresholds
    .split(',')
    .filter(bound => bound.trim() !== '')
    .map(Number)
  return [null, ...bounds].map((from, at) => ({ from, color: colors[at] }))
}

const namedHues: Readonly<Record<string, Mood>> = { red: 'critical', orange: 'warning', yellow: 'warning' }

function moodOf(color: string): Mood {
  const name = color
    .toLowerCase()
    .replace(/^(semi-|super-)?(dark|light)-/, '')
    .replace(/^semi-|^super-/, '')
  const named = namedHues[name]
  if (named !== undefined) return named
  const rgb = rgbOf(color)
  if (rgb === null) return 'well'
  const [red, green, blue] = rgb
  const most = Math.max(red, green, blue)
  const spread = most - Math.min(red, green, blue)
  // Greys and near-greys are no alarm, and only a hue in which red leads is.
  if (spread < 40 || most !== red || blue > green + spread * 0.6) return 'well'
  return (green - blue) / spread < 0.25 ? 'critical' : 'warning'
}

function rgbOf(color: string): readonly [number, number, number] | null {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color)
  const parts =
    hex?.slice(1).map(part => Number.parseInt(part, 16)) ?? /^rgba?\(([^)]*)\)/.exec(color)?.[1]?.split(',').map(Number)
  const [red, green, blue] = parts ?? []
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue]
}
