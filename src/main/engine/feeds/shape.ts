import type { PanelSpec } from '../../../shared/contract/connections'
import type { PanelReading, PanelSeries, PanelTable } from '../../../shared/contract/metrics'
import type { PanelFigure } from '../../../shared/domain/figure'
import { figureOfLine } from '../../../shared/domain/figure'
import { currentFor, lastSample } from '../../../shared/domain/samples'
import { type Millis, utcClock } from '../../../shared/lib/time'
import { joined } from './join-rows'
import type { TableRows } from './rows-of-cells'
import { distinct, type LinesStep, shapeLines } from './shape-lines'
import { bounded, shapeRows, type TableStep } from './shape-rows'
import type { PanelAnswer } from './types'

type Shaped = Pick<PanelReading, 'series' | 'table'>

/**
 * [FE14] What a panel shows of an answer, after its steps: lines, or a table of at most 100 rows.
 * @param trueAt when the answer was true; it separates lines that had ended by then from those that continue
 */
export function shapeAnswer(
  panel: Pick<PanelSpec, 'steps' | 'shown' | 'unit'>,
  answer: PanelAnswer,
  trueAt = Number.NEGATIVE_INFINITY,
): Shaped {
  const steps = panel.steps ?? []
  if (panel.shown === 'table' || answer.frames !== undefined) return { series: [], table: tableOf(panel, answer) }
  const reduced = steps.findIndex(step => step.do === 'reduce')
  const series = distinct(shapeLines(answer.series, (reduced < 0 ? steps : steps.slice(0, reduced)).filter(isForLines)))
  if (panel.shown === 'names') return { series: [], table: namesOf(series, trueAt) }
  const reduce = steps[reduced]
  if (reduce?.do !== 'reduce') return { series, table: undefined }
  const rows = shapeRows(
    reducedRows(series, reduce.figures, panel.unit, trueAt),
    steps.slice(reduced + 1).filter(isForRows),
  )
  return { series: [], table: bounded(rows) }
}

function tableOf({ steps = [], unit }: Pick<PanelSpec, 'steps' | 'unit'>, { frames = [] }: PanelAnswer): PanelTable {
  const columns = (names: readonly string[]) =>
    names.map(name => (/^Value( #|$)/.test(name) ? { name, unit } : { name }))
  const found = frames.map((frame): TableRows => ({ columns: columns(frame.columns), rows: frame.rows }))
  const at = steps.findIndex(step => step.do === 'join')
  const join = steps[at]
  if (join?.do !== 'join') return bounded(shapeRows(stacked(found), steps.filter(isForRows)))
  // What comes before the join is done with each query's rows.
  const before = steps.slice(0, at).filter(isForRows)
  const together = joined(
    found.map(rows => shapeRows(rows, before)),
    join.by,
    join.inner,
  )
  return bounded(shapeRows(together, steps.slice(at + 1).filter(isForRows)))
}

/** Rows of several queries under each other, each value in its own column. */
function stacked(frames: readonly TableRows[]): TableRows {
  const columns = [...new Map(frames.flatMap(frame => frame.columns).map(column => [column.name, column])).values()]
  const rows = frames.flatMap(frame => {
    const places = columns.map(column => frame.columns.findIndex(own => own.name === column.name))
    return frame.rows.map(row => places.map(place => row[place] ?? null))
  })
  return { columns, rows }
}

/** [MT7] Of lines that continue: the version that was rolled back no longer runs. */
function namesOf(series: readonly PanelSeries[], trueAt: Millis): PanelTable {
  const alive = series.filter(one => lastSample(one) !== undefined && endOf(one, trueAt) === undefined)
  return bounded({ columns: [{ name: 'Name' }], rows: [...new Set(alive.map(one => one.name))].map(name => [name]) })
}

/** [MT7] When a line had its last value, if that is not of now. */
function endOf(series: PanelSeries, trueAt: Millis): Millis | undefined {
  const last = lastSample(series)
  return last !== undefined && trueAt - last.at > currentFor(series) ? last.at : undefined
}

function rowName(series: PanelSeries, trueAt: Millis): string {
  const end = endOf(series, trueAt)
  return end === undefined ? series.name : `${series.name} (until ${utcClock(end).slice(0, 5)} UTC)`
}

function reducedRows(
  series: readonly PanelSeries[],
  figures: readonly PanelFigure[],
  unit: PanelSpec['unit'],
  trueAt: Millis,
): TableRows {
  const names: Partial<Record<PanelFigure, string>> = {
    last: 'Last',
    first: 'First',
    mean: 'Mean',
    min: 'Min',
    max: 'Max',
    sum: 'Total',
    range: 'Range',
    count: 'Count',
  }
  return {
    columns: [
      { name: 'Field' },
      ...figures.map(figure => ({
        name: names[figure] ?? figure,
        unit: figure === 'count' ? ('count' as const) : unit,
      })),
    ],
    rows: series.map(one => [rowName(one, trueAt), ...figures.map(figure => figureOfLine(one.values, figure) ?? null)]),
  }
}

function isForLines(step: { readonly do: string }): step is LinesStep {
  return ['rename', 'keep', 'drop', 'unit', 'order', 'combine', 'compute'].includes(step.do)
}

function isForRows(step: { readonly do: string }): step is TableStep {
  return step.do !== 'join' && step.do !== 'reduce'
}
