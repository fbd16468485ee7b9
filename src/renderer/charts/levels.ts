import type { PanelUnit, Threshold } from '../../shared/contract/views'
import { measured } from './units'

export interface Level {
  readonly level: 'none' | 'ok' | Threshold['level']
  /** `ok`, `above 5 %`, `below 90 %`; empty where there is no threshold. */
  readonly words: string
}

/** [CH4] A critical threshold under the warning says that low is bad; otherwise high is. */
export function isLowBad(thresholds: readonly Threshold[]): boolean {
  const at = (level: Threshold['level']) => thresholds.find(threshold => threshold.level === level)?.at
  const [warning, critical] = [at('warning'), at('critical')]
  return warning !== undefined && critical !== undefined && critical < warning
}

/** [CH5] The gravest threshold that `value` has reached. */
export function levelOf(value: number, thresholds: readonly Threshold[], unit: PanelUnit): Level {
  if (thresholds.length === 0) return { level: 'none', words: '' }
  const lowBad = isLowBad(thresholds)
  const reached = thresholds.filter(({ at }) => (lowBad ? value <= at : value >= at))
  const worst = reached.find(({ level }) => level === 'critical') ?? reached[0]
  if (worst === undefined) return { level: 'ok', words: 'ok' }
  return { level: worst.level, words: `${lowBad ? 'below' : 'above'} ${measured(worst.at, unit)}` }
}
