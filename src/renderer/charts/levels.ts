import type { PanelUnit } from '../../shared/contract/panel-units'
import type { Threshold } from '../../shared/contract/views'
import { measured } from './units'

export interface Level {
  readonly level: 'none' | 'ok' | Threshold['level']
  /** `ok`, `above 5 %`, `below 90 %`; empty where there is no threshold. */
  readonly words: string
}

/** [CH4] A threshold that says so, or a critical one under the warning, makes low bad; otherwise high is. */
export function isLowBad(thresholds: readonly Threshold[]): boolean {
  if (thresholds.some(threshold => threshold.low === true)) return true
  const at = (level: Threshold['level']) => thresholds.find(threshold => threshold.level === level)?.at
  const [warning, critical] = [at('warning'), at('critical')]
  return warning !== undefined && critical !== undefined && critical < warning
}

/** [CH5] The gravest threshold that `value` has reached. */
export function levelOf(value: number, thresholds: readonly Threshold[], unit: PanelUnit): Level {
  if (thresholds.length === 0) return { level: 'none', words: '' }
  const lowBad = isLowBad(thresholds)
  const reached = thresholds.filter(threshold => isReached(value, threshold, lowBad))
  const worst = reached.find(({ level }) => level === 'critical') ?? reached[0]
  if (worst === undefined) return { level: 'ok', words: 'ok' }
  return { level: worst.level, words: `${lowBad ? 'below' : 'above'} ${measured(worst.at, unit)}` }
}

function isReached(value: number, { at, low }: Threshold, lowBad: boolean): boolean {
  if (low === true) return value < at
  return lowBad ? value <= at : value >= at
}
