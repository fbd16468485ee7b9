import { t } from '../../texts/t'
import { texts } from '../../texts/texts'
import type { Threshold } from '../metrics'
import type { PanelUnit } from '../panel-units'
import { isLowBad } from './low-bad'
import { measured } from './units'

export interface Level {
  readonly level: 'none' | 'ok' | Threshold['level']
  /** `ok`, `above 5 %`, `below 90 %`; empty where there is no threshold. */
  readonly words: string
}

/** [CH5] The gravest threshold that `value` has reached, written so that it never looks like the value itself. */
export function thresholdLevel(
  value: number,
  thresholds: readonly Threshold[],
  unit: PanelUnit,
  decimals?: number | undefined,
): Level {
  if (thresholds.length === 0) return { level: 'none', words: '' }
  const lowBad = isLowBad(thresholds)
  const reached = thresholds.filter(threshold => isReached(value, threshold, lowBad))
  const worst = reached.find(({ level }) => level === 'critical') ?? reached[0]
  if (worst === undefined) return { level: 'ok', words: texts.charts.levels.ok }
  const limit = measured(worst.at, unit, { decimals, beside: [value], exact: true })
  const side = value === worst.at ? texts.charts.at : lowBad ? texts.charts.below : texts.charts.above
  return { level: worst.level, words: t(side, { value: limit }) }
}

function isReached(value: number, { at, low }: Threshold, lowBad: boolean): boolean {
  if (low === true) return value < at
  return lowBad ? value <= at : value >= at
}
