import type { PanelUnit, Threshold } from '../../shared/contract/views'

/** From zero to `top` in steps of `step`. */
export interface Scale {
  readonly top: number
  readonly step: number
}

const NICE = [1, 1.5, 2, 3, 4, 5, 6, 8, 10] as const
/** Room over the highest point, so that a line never runs along the frame. */
const HEADROOM = 1.05

/**
 * [CH2] The value axis of a chart. It always begins at zero, and always shows the first threshold, so that a calm line
 * looks calm instead of filling the frame with noise.
 */
export function valueScale(highest: number, thresholds: readonly Threshold[], unit: PanelUnit): Scale {
  const first = Math.min(...thresholds.map(threshold => threshold.at))
  const reach = Math.max(Number.isFinite(highest) ? highest : 0, Number.isFinite(first) ? first : 0) * HEADROOM
  if (reach <= 0) return { top: 1, step: 0.5 }
  const top = niceCeiling(reach, unit === 'bytes' ? 1_024 : 1_000)
  return { top, step: top / 2 }
}

function niceCeiling(value: number, base: number): number {
  const thousands = base ** Math.max(0, Math.floor(Math.log(value) / Math.log(base)))
  const rest = value / thousands
  const decade = 10 ** Math.floor(Math.log10(rest))
  const nice = NICE.find(step => step * decade >= rest) ?? 10
  return nice * decade * thousands
}
