import type { VendorFault } from '../../../shared/contract/faults'
import { ok, type Reply } from '../../../shared/lib/reply'
import type { MetricNames } from '../vendors/account'

/**
 * Asks what a query variable of a Prometheus data source asks for.
 * @see https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/
 */
export async function askVariable(
  names: MetricNames,
  query: string,
  signal: AbortSignal,
): Promise<Reply<readonly string[], VendorFault>> {
  const asked = query.trim()
  if (/^label_names\(\s*\)$/.test(asked)) return names.labelNames(signal)
  // Greedy up to the last comma: a selector has commas of its own.
  const values = /^label_values\((?:([\s\S]+),)?\s*([A-Za-z_]\w*)\s*\)$/.exec(asked)
  if (values !== null) return names.labelValues(values[2] ?? '', values[1]?.trim() ?? null, signal)
  const metrics = /^metrics\(([\s\S]*)\)$/.exec(asked)
  if (metrics !== null) return metricNames(names, metrics[1] ?? '', signal)
  const result = /^query_result\(([\s\S]+)\)$/.exec(asked)
  if (result !== null) return names.queryResult((result[1] ?? '').trim(), signal)
  return names.series(asked, signal)
}

/** The pattern is a label matcher for the server: none of it runs here. */
function metricNames(
  names: MetricNames,
  pattern: string,
  signal: AbortSignal,
): Promise<Reply<readonly string[], VendorFault>> {
  const trimmed = pattern.trim()
  if (trimmed === '') return Promise.resolve(ok([]))
  return names.labelValues('__name__', `{__name__=~${JSON.stringify(`.*(?:${trimmed}).*`)}}`, signal)
}
