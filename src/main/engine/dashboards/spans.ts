import { HOUR, MINUTE, type Millis, SECOND } from '../../../shared/lib/time'
import type { Filled, FilledVariable } from './interpolate'

/** Grafana's own variables of time, for the window that the cockpit's charts show: an hour in steps of 15 seconds. */

const RANGE: Millis = HOUR
const STEP: Millis = 15 * SECOND
/** What Grafana takes for the time between two scrapes where nothing says it. */
const SCRAPE: Millis = 15 * SECOND
const unit: Readonly<Record<string, Millis>> = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: 24 * HOUR, w: 168 * HOUR }

/**
 * @param minStep smallest step of the query, such as `1m` or `>30s`; it counts as the time between two scrapes
 * @param scraped time between two scrapes, where it was measured: a shorter rate would see one sample and be empty
 * @see https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/ for `$__rate_interval`
 */
export function timeVariables(minStep: string, scraped: Millis | null = null): Filled {
  const smallest = panelSpanOf(minStep)
  const step = Math.max(STEP, smallest ?? 0)
  const scrape = scraped === null ? (smallest ?? SCRAPE) : Math.max(smallest ?? 0, scraped)
  const rate = Math.max(step + scrape, 4 * scrape)
  return new Map(
    Object.entries({
      __interval: written(step),
      __interval_ms: String(step),
      __rate_interval: written(rate),
      __rate_interval_ms: String(rate),
      __range: written(RANGE),
      __range_s: String(RANGE / SECOND),
      __range_ms: String(RANGE),
      interval: written(step),
    }).map(([name, value]) => [name, single(value)]),
  )
}

export function single(value: string, text = value): FilledVariable {
  return { values: [value], texts: [text], all: null, pattern: false }
}

/** `1m`, `>30s`, or a number of seconds. */
export function panelSpanOf(text: string): Millis | null {
  const found = /^>?\s*(\d{1,6})\s*(ms|s|m|h|d|w)?$/.exec(text.trim())
  const size = found === null ? undefined : unit[found[2] ?? 's']
  return size === undefined ? null : Number(found?.[1]) * size
}

function written(span: Millis): string {
  return span % SECOND === 0 ? `${span / SECOND}s` : `${span}ms`
}
