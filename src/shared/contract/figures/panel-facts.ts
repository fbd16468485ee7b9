import { type FactNow, isNormal, judgedFact } from '../../domain/method/facts-now'
import type { PanelMeaning } from '../../domain/method/panel-meaning'
import { currentFor, GAP_STEPS, middle, sampleBefore, usualStep } from '../../domain/samples'
import type { Millis } from '../../lib/time'
import type { PanelBaseline, PanelReading, PanelSeries } from '../metrics'
import type { PanelUnit } from '../panel-units'
import { panelNow } from './panel-now'
import { measured } from './units'

/**
 * [GT2] What the pinned panels with a meaning say now.
 * @param baselines of the days that their meanings name, as far as they were read
 */
export function panelFactsNow(
  panels: readonly PanelReading[],
  baselines: (day: NonNullable<PanelMeaning['baseline']>) => readonly PanelBaseline[],
  now: Millis,
): readonly FactNow[] {
  return panels.flatMap(panel => {
    const { means } = panel
    if (means === undefined || panel.table !== undefined) return []
    const past = means.baseline === null ? undefined : baselines(means.baseline).find(one => one.panel === panel.id)
    return factOf(panel, means, past, now)
  })
}

function factOf(panel: PanelReading, means: PanelMeaning, past: PanelBaseline | undefined, now: Millis): FactNow {
  const { id, title } = panel
  const shown = panelNow(panel)
  const line = shown?.line
  const last = line === undefined ? undefined : sampleBefore(line, now)
  const unit = line?.unit ?? panel.unit
  const usual = line === undefined ? null : usualOf(past, line.name)
  const current = shown?.endedAt === null && last !== undefined && line !== undefined && isOfNow(line, last.at, now)
  const value = last?.value ?? null
  return judgedFact({
    ...{ ...means, panel: id, title, unit, value, at: last?.at ?? null, current, usual },
    counted: value === null ? null : countedIn(unit, value),
    normalSince: line === undefined || !current ? null : normalSince(line, means, usual, now),
  })
}

/** Panels are polled: one that was just not asked again is still of now. */
function isOfNow(line: PanelSeries, at: Millis, now: Millis): boolean {
  return now - at <= currentFor(line)
}

function countedIn(unit: PanelUnit, value: number): number {
  return unit === 'ratio' ? value * 100 : value
}

const medians = new WeakMap<PanelSeries, number | null>()

/** The middle of the same line's hour: its single values waver as those of today do. */
function usualOf(past: PanelBaseline | undefined, name: string): number | null {
  const line = past?.series.find(one => one.name === name) ?? (past?.series.length === 1 ? past.series[0] : undefined)
  if (line === undefined) return null
  const known = medians.get(line)
  if (known !== undefined) return known
  const values = Float64Array.from(line.values, value => value ?? Number.NaN).filter(Number.isFinite)
  const usual = middle(values) ?? null
  medians.set(line, usual)
  return usual
}

/** [GT2] Back from the newest value to the last that was not normal, to a gap, or to the beginning of the line. */
function normalSince(line: PanelSeries, means: PanelMeaning, usual: number | null, now: Millis): Millis | null {
  const { times, values } = line
  const longest = usualStep(line) * GAP_STEPS
  let since: Millis | null = null
  for (let at = times.length - 1; at >= 0; at -= 1) {
    const [time, value] = [times[at], values[at]]
    if (time === undefined || time > now || typeof value !== 'number' || !Number.isFinite(value)) continue
    if (since !== null && since - time > longest) return since
    if (!isNormal(value, means, usual)) return since
    since = time
  }
  return since
}

/** `4.2 %`, as the panel's tile writes it. */
export function factFigure({ unit }: Pick<FactNow, 'unit'>, value: number): string {
  // It was a panel's, and the domain does not know these by name.
  return measured(value, unit as PanelUnit)
}
