import type { PanelSeries } from '../../../shared/contract/metrics'
import type { PanelStep, StepOperand } from '../../../shared/contract/panel-steps'
import { figureOfLine } from '../../../shared/domain/figure'
import { unreachable } from '../../../shared/lib/unreachable'
import { compute } from './compute'
import { inMatchOrder, matches, renamedField } from './name-match'

export type LinesStep = Extract<
  PanelStep,
  { readonly do: 'rename' | 'keep' | 'drop' | 'unit' | 'order' | 'combine' | 'compute' }
>

export function shapeLines(series: readonly PanelSeries[], steps: readonly LinesStep[]): readonly PanelSeries[] {
  return steps.reduce(applied, series)
}

function applied(series: readonly PanelSeries[], step: LinesStep): readonly PanelSeries[] {
  switch (step.do) {
    case 'rename':
      return series.map(one => ({ ...one, name: renamedField(one.name, step) }))
    case 'keep':
      return series.filter(one => matches(step.what, one.name))
    case 'drop':
      return series.filter(one => !matches(step.what, one.name))
    case 'unit':
      return series.map(one => (matches(step.what, one.name) ? { ...one, unit: step.unit } : one))
    case 'order':
      return inMatchOrder(series, step.names)
    case 'combine': {
      const { of } = step
      const together = combined(of === undefined ? series : series.filter(one => of.includes(one.name)), step)
      return step.alone ? [together] : [...series, together]
    }
    case 'compute': {
      const line = computedLine(series, step)
      const found = line === undefined ? [] : [line]
      return step.alone ? found : [...series, ...found]
    }
    default:
      return unreachable(step)
  }
}

/** Undefined where a line that it is made of is not there. */
function computedLine(
  series: readonly PanelSeries[],
  { name, left, operator, right }: Extract<LinesStep, { readonly do: 'compute' }>,
): PanelSeries | undefined {
  const [of, by] = [left, right].map(operand => valuesAt(series, operand))
  if (of === undefined || by === undefined) return undefined
  const times = [...new Set([...of.times, ...by.times])].sort((a, b) => a - b)
  return { name, times, values: times.map(time => compute(of.at(time), operator, by.at(time))) }
}

interface Operand {
  readonly times: readonly number[]
  at(time: number): number | null
}

function valuesAt(series: readonly PanelSeries[], operand: StepOperand): Operand | undefined {
  if ('number' in operand) return { times: [], at: () => operand.number }
  const line = series.find(one => one.name === operand.field)
  if (line === undefined) return undefined
  const times = Array.from(line.times)
  const values = new Map(times.map((time, at) => [time, line.values[at] ?? null]))
  return { times, at: time => values.get(time) ?? null }
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
  return { name: step.name, times, values: times.map(time => figureOfLine(at.get(time) ?? [], step.figure) ?? null) }
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
