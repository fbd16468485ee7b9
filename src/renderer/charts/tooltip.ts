import type { TooltipComponentOption } from 'echarts'
import type { PanelUnit } from '../../shared/contract/views'
import { utcClock } from '../../shared/lib/time'
import type { Palette } from './palette'
import { measured } from './units'

/** The values under the pointer. Built from nodes and never from markup: names of series are a vendor's text. */
export function tooltip(unit: PanelUnit, palette: Palette): TooltipComponentOption {
  return {
    trigger: 'axis',
    confine: false,
    appendTo: 'body',
    transitionDuration: 0,
    backgroundColor: palette.surface,
    borderColor: palette.faint,
    padding: [6, 8],
    textStyle: { color: palette.ink, fontSize: 12, fontFamily: palette.font },
    axisPointer: {
      type: 'line',
      animation: false,
      lineStyle: { color: palette.text, width: 1 },
      label: { show: false },
    },
    formatter: given => tooltipBody(Array.isArray(given) ? given : [given], unit),
  }
}

interface Pointed {
  readonly seriesName?: string | undefined
  readonly value: unknown
  readonly color?: unknown
}

/** One line a series, under the instant. */
export function tooltipBody(points: readonly Pointed[], unit: PanelUnit): HTMLElement {
  const body = document.createElement('div')
  const [time] = sample(points[0]?.value)
  body.append(line(Number.isFinite(time) ? `${utcClock(time)} UTC` : ''))
  for (const point of points) {
    const [, value] = sample(point.value)
    const text = Number.isFinite(value) ? measured(value, unit) : 'no value'
    const row = line(`${(point.seriesName ?? '').slice(0, 80)}  ${text}`)
    row.style.borderLeft = `3px solid ${typeof point.color === 'string' ? point.color : 'transparent'}`
    row.style.paddingLeft = '6px'
    body.append(row)
  }
  return body
}

function sample(value: unknown): readonly [number, number] {
  if (!Array.isArray(value) && !(value instanceof Float64Array)) return [Number.NaN, Number.NaN]
  return [Number(value[0]), Number(value[1] ?? Number.NaN)]
}

function line(text: string): HTMLElement {
  const row = document.createElement('div')
  row.textContent = text
  return row
}
