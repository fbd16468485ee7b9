import type { LabelledAlerts } from '../../../shared/contract/labelled'
import { type Labels, labelsFit } from '../../../shared/domain/alerts/label-word'

/** Open alerts by their numbers in the list. */
export interface NumberedAlert {
  readonly number: number
  readonly labels: Labels | undefined
  readonly group: string | undefined
}

/**
 * [AL11] Which alerts, and which groups, a word of the filter finds by their labels: a bit for each alert, so that the
 * labels of a storm need not cross the line.
 */
export function labelledBy(word: string, alerts: readonly NumberedAlert[]): LabelledAlerts {
  const from = alerts.reduce((least, { number }) => Math.min(least, number), Number.MAX_SAFE_INTEGER)
  const last = alerts.reduce((most, { number }) => Math.max(most, number), -1)
  const bits = Buffer.alloc(last < 0 ? 0 : Math.floor((last - from) / 8) + 1)
  const groups = new Set<string>()
  for (const { number, labels, group } of alerts) {
    if (labels === undefined || !labelsFit(labels, word)) continue
    const at = number - from
    bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
    if (group !== undefined) groups.add(group)
  }
  return { word, from: last < 0 ? 0 : from, bits: bits.toString('base64'), groups: [...groups] }
}
