import type { PanelFigure } from '../../../shared/domain/figure'

/** Grafana's names of reducers, and singlestat's, in ours. */
const known: Readonly<Record<string, PanelFigure>> = {
  last: 'last',
  lastNotNull: 'last',
  current: 'last',
  first: 'first',
  firstNotNull: 'first',
  mean: 'mean',
  avg: 'mean',
  min: 'min',
  max: 'max',
  sum: 'sum',
  total: 'sum',
  range: 'range',
  count: 'count',
}

export function panelFigureOf(name: string): PanelFigure | undefined {
  return Object.hasOwn(known, name) ? known[name] : undefined
}
