import type { PanelSpec } from '../../../shared/contract/connections'
import type { PanelAnswer } from './types'

/** A rate needs two samples in its window. `$__rate_interval` and its like are filled by Grafana. */
const rates = /\b(?:rate|irate|increase|delta|idelta|deriv)\s*\([^[\]]*\[\s*([^\]:]+?)\s*\]/g

/**
 * In words, what an empty answer may come from, where the question tells it; empty: something came, or nothing is known.
 * A chart without a line looks like calm, and here it is a window that is too short.
 */
export function whyEmpty({ queries }: Pick<PanelSpec, 'queries'>, answer: PanelAnswer): string {
  if (answer.problem !== '' || hasValues(answer)) return ''
  const windows = new Set(queries.flatMap(({ expr }) => [...expr.matchAll(rates)].map(found => found[1] ?? '')))
  if (windows.size === 0) return ''
  const told = [...windows].map(window => (window.startsWith('$') ? `Grafana’s ${window}` : window)).join(' and ')
  // The tile shows its beginning, so the reason stands first and the way out behind it.
  return `No data: rates over ${told} need two scrapes in them. Give the query a longer smallest step, or set the scrape interval of its data source`
}

function hasValues({ series, frames = [] }: PanelAnswer): boolean {
  return (
    series.some(one => Array.from(one.values).some(value => value !== null)) ||
    frames.some(frame => frame.rows.length > 0)
  )
}
