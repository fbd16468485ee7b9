import type { Condition, UnknownReason } from '../../domain/decisions'
import { freshness } from '../../domain/freshness'
import type { Millis } from '../../lib/time'
import type { Board } from '../feeds'
import { panelNow } from './panel-now'
import { inOne } from './units'

/** What a condition's panel shows now, or why that is unknown. */
export type ConditionNow =
  | { readonly known: true; readonly value: number; readonly text: string; readonly title: string }
  | { readonly known: false; readonly why: UnknownReason }

/**
 * [DN6] Only a value of now counts: of a panel that is pinned, whose source was polled in time, whose line has not ended. All
 * else is unknown, and neither met nor not met.
 */
export function conditionNow(
  { panel: id, unit }: Pick<Condition, 'panel' | 'unit'>,
  { panels, feeds }: Pick<Board, 'panels' | 'feeds'>,
  now: Millis,
): ConditionNow {
  const panel = panels.find(one => one.id === id)
  if (panel === undefined) return { known: false, why: 'not-pinned' }
  if (panel.problem !== '' || panel.trueAt === null) return { known: false, why: 'no-value' }
  const feed = feeds.find(one => one.id === panel.feed)
  if (feed === undefined || freshness(feed, now).state !== 'fresh') return { known: false, why: 'old-value' }
  const shown = panelNow(panel)
  if (shown === undefined) return { known: false, why: 'no-value' }
  if (shown.endedAt !== null) return { known: false, why: 'old-value' }
  if ((shown.line.unit ?? panel.unit) !== unit) return { known: false, why: 'other-unit' }
  return { known: true, value: shown.value, text: inOne(shown.figure), title: panel.title }
}
