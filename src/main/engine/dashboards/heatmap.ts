import type { ImportedPanel, ImportedQuery } from './imported'
import type { RawPanel } from './schema'
import { panelUnit } from './units'

/** What a heatmap of buckets says in lines: how slow half of it is, and its slowest twentieth and hundredth. */
const quantiles = [
  [0.5, 'p50'],
  [0.95, 'p95'],
  [0.99, 'p99'],
] as const

/**
 * A heatmap as lines. Its buckets become percentiles: a line for each bucket would count all below it too, which nobody
 * reads off a chart. One that Grafana computes from plain lines is shown as those lines.
 */
export function fromHeatmap(raw: RawPanel, panel: ImportedPanel): ImportedPanel {
  if (raw.type !== 'heatmap' || panel.reason !== '') return panel
  const calculated = raw.options?.calculate === true || raw.dataFormat === 'timeseries'
  if (calculated || !panel.queries.every(hasBuckets))
    return { ...panel, notes: [{ code: 'note-heatmap-values' }, ...panel.notes] }
  const unit = panelUnit(raw.options?.yAxis?.unit ?? raw.yAxis?.format)
  return {
    ...panel,
    unit: unit ?? 'plain',
    // Its thresholds and overrides are of counts in buckets.
    thresholds: [],
    steps: [],
    queries: panel.queries.flatMap(percentiles),
    notes: [{ code: 'note-heatmap-percentiles' }, ...panel.notes],
  }
}

function hasBuckets({ expr, raw }: ImportedQuery): boolean {
  return raw === null && (/_bucket\b/.test(expr) || /\bby\s*\([^)]*\ble\b/.test(expr))
}

/** The line break ends a comment that may stand last in the expression. */
function percentiles(query: ImportedQuery): readonly ImportedQuery[] {
  return quantiles.map(([share, name]) => {
    return { ...query, legend: name, expr: `histogram_quantile(${share}, (${query.expr}\n))` }
  })
}
