import { unreachable } from '../lib/unreachable'

/** How the values of a line become one. */
export const panelFigures = ['last', 'first', 'mean', 'min', 'max', 'sum', 'range', 'count'] as const
export type PanelFigure = (typeof panelFigures)[number]

/** The one figure of a line; gaps do not count. Undefined: there is no value. */
export function figureOfLine(values: Readonly<ArrayLike<number | null>>, figure: PanelFigure): number | undefined {
  const numbers = Array.from(values).filter(value => value !== null && Number.isFinite(value)) as number[]
  const [first] = numbers
  if (first === undefined) return undefined
  const sum = () => numbers.reduce((total, value) => total + value, 0)
  const least = () => numbers.reduce((one, other) => Math.min(one, other), first)
  const most = () => numbers.reduce((one, other) => Math.max(one, other), first)
  switch (figure) {
    case 'last':
      return numbers.at(-1)
    case 'first':
      return first
    case 'mean':
      return sum() / numbers.length
    case 'min':
      return least()
    case 'max':
      return most()
    case 'sum':
      return sum()
    case 'range':
      return most() - least()
    case 'count':
      return numbers.length
    default:
      return unreachable(figure)
  }
}
