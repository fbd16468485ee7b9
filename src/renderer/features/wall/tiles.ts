import type { FeedStatus, PanelReading } from '../../../shared/contract/views'
import { type Freshness, freshness } from '../../../shared/domain/freshness'
import { lastSample, sampleBefore } from '../../../shared/domain/samples'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import { type Level, levelOf } from '../../charts/levels'
import { type Trend, trendBetween, type WorstLine, worstLine } from '../../charts/trend'
import { type Measure, measure } from '../../charts/units'

/** A panel as one figure that can be read from across the room. */
export interface WallTile {
  readonly id: string
  readonly title: string
  readonly figure: Measure
  readonly level: Level['level']
  /** Against the value at the last stop; undefined where nothing was measured then. */
  readonly trend: Trend | undefined
  readonly freshness: Freshness
}

const MOST_TILES = 6
/** A sample this much older than the stop still counts as the value at it. */
const SLACK: Millis = 2 * MINUTE
const gravity: Readonly<Record<Level['level'], number>> = { critical: 0, warning: 1, ok: 2, none: 3 }

/**
 * The panels that have a figure, at most six: the gravest, each in its usual place, so that eyes find it again.
 * @param since when the last checkpoint was held, or the incident declared; null: no comparison
 */
export function wallTiles(
  panels: readonly PanelReading[],
  feeds: readonly FeedStatus[],
  since: Millis | null,
  now: Millis,
): readonly WallTile[] {
  const all = panels.flatMap(panel => tileOf(panel, feeds, since, now) ?? [])
  const kept = new Set([...all].sort((a, b) => gravity[a.level] - gravity[b.level]).slice(0, MOST_TILES))
  return all.filter(tile => kept.has(tile))
}

function tileOf(
  panel: PanelReading,
  feeds: readonly FeedStatus[],
  since: Millis | null,
  now: Millis,
): WallTile | undefined {
  const worst = worstLine(panel.series, panel.thresholds, panel.figure ?? 'last')
  if (worst === undefined) return undefined
  const unit = worst.series.unit ?? panel.unit
  const health = feeds.find(feed => feed.id === panel.feed) ?? { answer: 'none-yet', lateAfter: 0, reason: '' }
  return {
    id: panel.id,
    title: panel.title,
    figure: measure(worst.value, unit),
    level: levelOf(worst.value, panel.thresholds, unit).level,
    trend: since === null ? undefined : trendSince(panel, worst, since),
    freshness: freshness({ ...health, trueAt: panel.trueAt }, now),
  }
}

/** How the worst line changed since an instant; undefined where its window does not reach back that far. */
function trendSince(panel: PanelReading, { series, value }: WorstLine, since: Millis): Trend | undefined {
  // A mean of the hour was no other mean at the stop.
  if ((panel.figure ?? 'last') !== 'last') return undefined
  const then = sampleBefore(series, since)
  const last = lastSample(series)
  if (then === undefined || last === undefined) return undefined
  if (since - then.at > SLACK || last.at === then.at) return undefined
  return trendBetween(then.value, value, panel.thresholds, series.unit ?? panel.unit)
}
