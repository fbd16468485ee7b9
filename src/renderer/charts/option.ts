import type { GridComponentOption, LineSeriesOption, MarkAreaComponentOption, MarkLineComponentOption } from 'echarts'
import type { ComposeOption } from 'echarts/core'
import { measure, measured } from '../../shared/contract/figures/units'
import type { PanelUnit } from '../../shared/contract/panel-units'
import { type ClockFace, utcFace } from '../../shared/lib/clock-face'
import { lonePoints } from './columns'
import type { Drawable } from './drawable'
import { clusteredMarks, labelAlign } from './mark-clusters'
import type { Palette } from './palette'
import { PLOT } from './plot'
import { type Extent, valueScale } from './scale'

export type ChartOption = ComposeOption<
  LineSeriesOption | GridComponentOption | MarkAreaComponentOption | MarkLineComponentOption
>
type MarkLine = NonNullable<LineSeriesOption['markLine']>
interface MarkAreaEnd {
  readonly yAxis: number
  readonly itemStyle?: { readonly color: string; readonly opacity: number }
}
type MarkLineItem = NonNullable<MarkLine['data']>[number]

/** Below this height in pixels a chart gives its room to the line, and labels only the ends of the value axis. */
const LOW = 90

/**
 * Options for the library. Every option is set again on each reading, so nothing of an earlier reading stays.
 * @param box in pixels
 */
export function chartOption(
  data: Drawable,
  palette: Palette,
  box: { readonly width: number; readonly height: number },
  clock = utcFace,
): ChartOption {
  const low = box.height < LOW
  return {
    animation: false,
    useUTC: true,
    color: [...palette.lines],
    textStyle: { fontFamily: palette.font, color: palette.text },
    grid: { ...PLOT, bottom: low ? 8 : PLOT.bottom, outerBoundsMode: 'none' },
    ...axes(data, palette, low, clock),
    series: lines(data, palette, box.width),
  }
}

function axes(data: Drawable, palette: Palette, low: boolean, clock: ClockFace): Pick<ChartOption, 'xAxis' | 'yAxis'> {
  const { bottom, top, step } = valueScale(extent(data), data.thresholds, data.unit)
  const axisLabel = { color: palette.text, fontSize: 11 }
  return {
    xAxis: {
      type: 'time',
      ...(data.span !== null && { min: data.span.from, max: data.span.to }),
      splitNumber: 4,
      axisLine: { lineStyle: { color: palette.faint } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        ...axisLabel,
        show: !low,
        hideOverlap: true,
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
        formatter: at => clock.bare(at),
      },
    },
    yAxis: {
      type: 'value',
      min: bottom,
      max: top,
      interval: low ? step * 2 : step,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: palette.faint } },
      axisLabel: {
        ...axisLabel,
        formatter: value => tickText(value, step, data.unit),
      },
    },
  }
}

/** A label with more characters than this does not fit beside the axis. */
const MOST_TICK = 6

/**
 * Precise enough to differ from its neighbours. A label that would be cut off drops its unit, which is shown with the
 * figure.
 */
function tickText(value: number, step: number, unit: PanelUnit): string {
  if (value === 0) return '0'
  const figuring = { beside: [value - step, value + step] }
  const text = measured(value, unit, figuring)
  return text.length > MOST_TICK ? measure(value, unit, figuring).number : text
}

/** Of what is shown: a zoom enlarges small changes. */
function extent({ columns, baseline, span }: Drawable): Extent {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { points } of [...columns, ...baseline]) {
    for (let index = 0; index < points.length; index += 2) {
      const [time, value] = [points[index] ?? 0, points[index + 1] ?? Number.NaN]
      if (span !== null && (time < span.from || time > span.to)) continue
      if (value > highest) highest = value
      if (value < lowest) lowest = value
    }
  }
  return { lowest, highest }
}

function lines(data: Drawable, palette: Palette, width: number): LineSeriesOption[] {
  const drawn = data.columns.map((column, at): LineSeriesOption => {
    return {
      type: 'line',
      name: column.name,
      dimensions: ['time', 'value'],
      // The library's types know only lists; its reader takes a flat typed column when `dimensions` are given.
      data: column.points as unknown as NonNullable<LineSeriesOption['data']>,
      showSymbol: false,
      connectNulls: false,
      lineStyle: { width: 1.75, color: inkOf(data, palette, at), opacity: data.stale ? 0.5 : 1 },
      ...(data.columns.length === 1 && !data.stale ? { areaStyle: { opacity: 0.1 } } : {}),
      emphasis: { disabled: true },
    }
  })
  if (drawn.length === 0) return []
  const lines = { markLine: markLine(data, palette, width), markArea: markArea(data, palette) }
  return [
    ...baselines(data, palette),
    ...drawn,
    ...dots(data, palette),
    { type: 'line', data: [], silent: true, ...lines },
  ]
}

/** A measurement between two gaps counts too, and a line needs two. */
function dots(data: Drawable, palette: Palette): readonly LineSeriesOption[] {
  return data.columns.flatMap(({ name, points }, at): LineSeriesOption[] => {
    const lone = lonePoints(points)
    if (lone.length === 0) return []
    return [
      {
        type: 'line',
        name: `${name} dots`,
        dimensions: ['time', 'value'],
        data: lone as unknown as NonNullable<LineSeriesOption['data']>,
        silent: true,
        showSymbol: true,
        symbol: 'circle',
        symbolSize: 4,
        lineStyle: { width: 0 },
        itemStyle: { color: inkOf(data, palette, at), opacity: data.stale ? 0.5 : 1 },
      },
    ]
  })
}

function inkOf({ stale }: Drawable, palette: Palette, at: number): string {
  return stale ? palette.text : (palette.lines[at % palette.lines.length] ?? palette.text)
}

/** Below today's lines, each in the colour of the series of its name. */
function baselines({ columns, baseline }: Drawable, palette: Palette): LineSeriesOption[] {
  return baseline.map(({ name, points }): LineSeriesOption => {
    const today = columns.findIndex(column => column.name === name)
    const color = today < 0 ? palette.text : (palette.lines[today % palette.lines.length] ?? palette.text)
    return {
      type: 'line',
      name: `${name} before`,
      dimensions: ['time', 'value'],
      data: points as unknown as NonNullable<LineSeriesOption['data']>,
      showSymbol: false,
      silent: true,
      connectNulls: false,
      lineStyle: { width: 1.25, type: [3, 3], color, opacity: 0.55 },
    }
  })
}

/**
 * A tint from each threshold up to the next, or down where low is bad: it shows at a glance where a line must not be.
 */
function markArea(data: Drawable, palette: Palette): NonNullable<LineSeriesOption['markArea']> {
  const { bottom, top } = valueScale(extent(data), data.thresholds, data.unit)
  const bands = data.thresholds.map(({ at, level, low }): [MarkAreaEnd, MarkAreaEnd] => {
    const beyond = data.thresholds.map(other => other.at).filter(other => (low ? other < at : other > at))
    const end = low ? Math.max(...beyond, bottom) : Math.min(...beyond, top)
    return [{ yAxis: at, itemStyle: { color: palette[level], opacity: 0.08 } }, { yAxis: end }]
  })
  return { silent: true, animation: false, data: bands }
}

const strokes = { deploy: 'dashed', note: 'dotted' } as const

function markLine(data: Drawable, palette: Palette, width: number): MarkLine {
  const thresholds = data.thresholds.map(
    ({ at, level }): MarkLineItem => ({
      yAxis: at,
      label: { show: false },
      lineStyle: { color: palette[level], type: 'dashed', width: 1, opacity: 0.75 },
    }),
  )
  const { span } = data
  const shown = data.marks.filter(({ at }) => span === null || (at >= span.from && at <= span.to))
  const marks = clusteredMarks(shown, span, width).map((mark): MarkLineItem => {
    const { at, label, kind } = mark
    const align = labelAlign(mark, span, width)
    return {
      xAxis: at,
      name: label,
      label: { align, ...(kind === 'note' && { backgroundColor: palette.text }) },
      lineStyle: { color: palette.ink, type: kind === undefined ? 'solid' : strokes[kind], width: 1, opacity: 1 },
    }
  })
  return {
    symbol: 'none',
    silent: true,
    animation: false,
    label: {
      position: 'end',
      distance: 1,
      formatter: '{b}',
      fontSize: 10,
      fontWeight: 700,
      color: palette.surface,
      backgroundColor: palette.ink,
      padding: [2, 4],
      borderRadius: 3,
    },
    data: [...thresholds, ...marks],
  }
}
