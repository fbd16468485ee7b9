import type { FeedStatus } from '../../../shared/contract/feeds'
import type { Level } from '../../../shared/contract/figures/levels'
import { type PanelNow, panelNow } from '../../../shared/contract/figures/panel-now'
import type { PanelReading } from '../../../shared/contract/metrics'
import type { ShownFreshness } from '../../../shared/domain/freshness'
import type { Millis } from '../../../shared/lib/time'
import type { Judge } from '../../stores/judge'

/** A panel as one figure that is readable from across the room, with its trend since the last checkpoint. */
export interface WallboardTile extends Pick<PanelNow, 'figure' | 'trend' | 'endedAt'> {
  readonly id: string
  readonly title: string
  readonly level: Level['level']
  readonly freshness: ShownFreshness
}

const MOST_TILES = 6
/** The value of an ended panel is unknown: that ranks above what is known to be well. */
const ENDED = 2
const gravity: Readonly<Record<Level['level'], number>> = { critical: 0, warning: 1, ok: 3, none: 4 }

/**
 * The panels with a figure, at most six: the gravest, each in its usual place, so that people find it again.
 * @param since when the last checkpoint was held, or the incident declared; null: no comparison
 */
export function wallboardTiles(
  panels: readonly PanelReading[],
  feeds: readonly FeedStatus[],
  since: Millis | null,
  judge: Judge,
): readonly WallboardTile[] {
  const all = panels.flatMap(panel => tileOf(panel, feeds, since, judge) ?? [])
  const kept = new Set([...all].sort((a, b) => gravityOf(a) - gravityOf(b)).slice(0, MOST_TILES))
  return all.filter(tile => kept.has(tile))
}

function gravityOf({ endedAt, level }: WallboardTile): number {
  return endedAt === null ? gravity[level] : ENDED
}

function tileOf(
  panel: PanelReading,
  feeds: readonly FeedStatus[],
  since: Millis | null,
  judge: Judge,
): WallboardTile | undefined {
  const reading = panelNow(panel, since === null ? undefined : () => since)
  if (reading === undefined) return undefined
  const unknown = { answer: 'none-yet', lateAfter: 0, reason: '' } as const
  const health = feeds.find(feed => feed.id === panel.feed) ?? unknown
  const { level, trend, endedAt } = reading
  return {
    ...{ id: panel.id, trend, endedAt, ...withUnit(panel.title, reading.figure) },
    level: level.level,
    freshness: judge({ ...health, trueAt: panel.trueAt }),
  }
}

/** A unit at the end of a title, such as `Replica is behind (seconds)`. */
const UNIT_IN_TITLE = /^(.*\S)\s*\(([^()]{1,12})\)$/u
const shortUnits: Readonly<Record<string, string>> = {
  ...{ seconds: 's', minutes: 'min', hours: 'h', days: 'd', milliseconds: 'ms', percent: '%', documents: 'docs' },
}
/** A longer one has no room beside the trend. */
const LONGEST_UNIT = 5

/** [WA4] A long title is cut at its end, where it may have the unit: a figure without one takes it along. */
function withUnit(title: string, figure: PanelNow['figure']): Pick<WallboardTile, 'title' | 'figure'> {
  const [, name, written = ''] = UNIT_IN_TITLE.exec(title) ?? []
  const unit = shortUnits[written.toLowerCase()] ?? written
  if (name === undefined || unit.length > LONGEST_UNIT || figure.unit !== '') return { title, figure }
  return { title: name, figure: { ...figure, unit } }
}
