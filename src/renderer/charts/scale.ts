import { isLowBad } from '../../shared/contract/figures/low-bad'
import type { Threshold } from '../../shared/contract/metrics'
import type { PanelUnit } from '../../shared/contract/panel-units'

/** From `bottom` to `top` in steps of `step`. */
export interface Scale {
  readonly bottom: number
  readonly top: number
  readonly step: number
}

export interface Extent {
  readonly lowest: number
  readonly highest: number
}

const NICE = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] as const
/** Room above the highest point, so that a line never touches the frame. */
const HEADROOM = 1.05

/**
 * [CH2] The value axis of a chart. It starts at zero and includes the first threshold, so that a calm line looks calm
 * instead of filling the frame with noise. Where low is bad, it starts below the low values, else a fall from 99 % to
 * 95 % would be invisible.
 */
export function valueScale({ lowest, highest }: Extent, thresholds: readonly Threshold[], unit: PanelUnit): Scale {
  const first = Math.min(...thresholds.map(threshold => threshold.at))
  const most = Math.max(finite(highest), finite(first))
  const top = highestTick(most, unit)
  const bottom = isLowBad(thresholds) ? lowestTick(Math.min(finite(lowest), first), top) : 0
  return { bottom, top, step: (top - bottom) / 2 }
}

function highestTick(most: number, unit: PanelUnit): number {
  if (most <= 0) return 1
  // A percentage has a natural maximum.
  if (unit === 'percent' && most <= 100 && most > 75) return 100
  if (unit === 'ratio' && most <= 1 && most > 0.75) return 1
  return niceCeiling(most * HEADROOM, unit === 'bytes' ? 1_024 : 1_000)
}

function lowestTick(least: number, top: number): number {
  const wanted = least - (top - least) / 4
  const step = 10 ** Math.floor(Math.log10(top - wanted)) / 2
  return Math.max(0, Math.floor(wanted / step) * step)
}

function niceCeiling(value: number, base: number): number {
  const thousands = base ** Math.max(0, Math.floor(Math.log(value) / Math.log(base)))
  const rest = value / thousands
  const decade = 10 ** Math.floor(Math.log10(rest))
  const nice = NICE.find(step => step * decade >= rest) ?? 10
  // 1,000 MiB reads worse than the 1 GiB beside it.
  return (nice * decade >= 1_000 ? base : nice * decade) * thousands
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}
