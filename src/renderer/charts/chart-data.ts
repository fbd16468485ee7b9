import { measured } from '../../shared/contract/figures/units'
import type { PanelSeries, Threshold } from '../../shared/contract/metrics'
import type { PanelUnit } from '../../shared/contract/panel-units'
import { currentFor, lastSample } from '../../shared/domain/samples'
import { utcFace } from '../../shared/lib/clock-face'
import type { Millis } from '../../shared/lib/time'
import { beginningOf } from '../../shared/lib/whole-characters'
import { listText, t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'

/** An instant that people look for in every chart, such as a decision. `label` is short, such as `10:46`: it is drawn above the line. */
export interface Mark {
  readonly at: Millis
  readonly label: string
  /** Full text of what happened. */
  readonly text: string
  /** Absent: a decision of the incident's responders. A note is an annotation made at the vendor. */
  readonly kind?: 'deploy' | 'note'
}

export interface ChartData {
  readonly title: string
  readonly unit: PanelUnit
  readonly decimals?: number | undefined
  readonly series: readonly PanelSeries[]
  readonly thresholds: readonly Threshold[]
  readonly marks: readonly Mark[]
  /** Each series at the same hour of another day, by its name. */
  readonly baseline?: readonly PanelSeries[] | undefined
  /** End of the time axis: now, however old the last sample is. */
  readonly until: Millis
  /** Grey: the data is not current. */
  readonly stale: boolean
}

const text = texts.charts

/** The chart as text, for people who cannot see it: each series' last value, the thresholds, and the marks. */
export function summary(data: ChartData, clock = utcFace): string {
  const { title, unit, decimals, series, thresholds, marks, stale, until } = data
  const beside = thresholds.map(({ at }) => at)
  const timeOf = onceForEach(clock.full)
  const values = series.map(one => {
    const last = lastSample(one)
    const line = shortName(one)
    if (last === undefined) return t(text.lineWithout, { line })
    const value = measured(last.value, one.unit ?? unit, { decimals, beside })
    const form = until - last.at > currentFor(one) ? text.lineEnded : text.line
    return t(form, { line, value, time: timeOf(last.at) })
  })
  return [
    t(stale ? text.summaryStale : text.summary, { title }),
    values.length === 0 ? text.noData : listText(values),
    ...thresholds.map(({ level, at }) =>
      t(text.threshold, { level: text.levels[level], value: measured(at, unit, { exact: true }) }),
    ),
    ...marks.map(({ label, text: told, at }) => t(text.mark, { label, text: told, time: clock.full(at) })),
  ].join('; ')
}

/** Series that were read together end at the same instant. */
function onceForEach(write: (at: Millis) => string): (at: Millis) => string {
  let [known, written] = [Number.NaN, '']
  return at => {
    if (at !== known) [known, written] = [at, write(at)]
    return written
  }
}

/** Series names come from the vendor and can have any length. */
function shortName({ name }: PanelSeries): string {
  return beginningOf(name, 80)
}
