import type { PanelStep } from '../../../shared/contract/panel-steps'
import type { PanelSeries } from '../../../shared/contract/views'
import { figureOf } from '../../../shared/domain/figure'
import { unreachable } from '../../../shared/lib/unreachable'
import { inOrder, matches, renamed } from './name-match'

export type LinesStep = Extract<PanelStep, { readonly do: 'rename' | 'keep' | 'drop' | 'unit' | 'order' | 'combine' }>

export function shapeLines(series: readonly PanelSeries[], steps: readonly LinesStep[]): readonly PanelSeries[] {
  return steps.reduce(applied, series)
}

function applied(series: readonly PanelSeries[], step: LinesStep): readonly PanelSeries[] {
  switch (step.do) {
    case 'rename':
      return series.map(one => ({ ...one, name: renamed(one.name, step) }))
    case 'keep':
      return series.filter(one => matches(step.what, one.name))
    case 'drop':
      return series.filter(one => !matches(step.what, one.name))
    case 'unit':
      return series.map(one => (matches(step.what, one.name) ? { ...one, unit: step.unit } : one))
    case 'order':
      return inOrder(series, step.names)
    case 'combine': {
      const together = combined(series, step)
      return step.alone ? [together] : [...series, together]
    }
    default:
      return unreachable(step)
  }
}

function combined(series: readonly PanelSeries[], step: Extract<LinesStep, { readonly do: 'combine' }>): PanelSeries {
  const at = new Map<number, (number | null)[]>()
  for (const { times, values } of series) {
    Array.from(times).forEach((time, place) => {
      const known = at.get(time)
      if (known === undefined) at.set(time, [values[place] ?? null])
      else known.push(values[place] ?? null)
    })
  }
  const times = [...at.keys()].sort((a, b) => a - b)
  return { name: step.name, times, values: times.map(time => figureOf(at.get(time) ?? [], step.figure) ?? null) }
}

/** Lines that are still called the same are numbered: a person, a baseline and a colour must find the right one. */
export function distinct(series: readonly PanelSeries[]): readonly PanelSeries[] {
  const known = new Set(series.map(({ name }) => name))
  const used = new Set<string>()
  return series.map(one => {
    let name = one.name
    for (let number = 2; used.has(name); number += 1) {
      const numbered = `${one.name} ${number}`
      if (!known.has(numbered)) name = numbered
    }
    used.add(name)
    return name === one.name ? one : { ...one, name }
  })
}
