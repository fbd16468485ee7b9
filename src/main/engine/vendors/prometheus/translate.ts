import type { AlertRow, PanelSeries } from '../../../../shared/contract/views'
import type { ConnectionId } from '../../../../shared/domain/ids'
import { type Millis, SECOND } from '../../../../shared/lib/time'
import type { AnswerRows } from '../../feeds/types'
import { plainLine } from '../../http/plain-text'
import { finite, withGaps } from '../columns'
import { instantOf } from '../fields'
import { alertTitle, causeOf, labelsId, rowLabels, seriesName, serviceOf, urgencyOf } from '../labels'
import type { PrometheusVector } from '../vectors'
import type { PrometheusAlert, PrometheusRange, PrometheusSeries } from './parse'

export function isUp(alert: PrometheusAlert): boolean {
  return alert.state === 'firing' || alert.state === 'pending'
}

/** Prometheus gives an alert no id and no page: its labels are what it is, `page` is the list of all. */
export function alertRow(connection: ConnectionId, alert: PrometheusAlert, page: string | null): AlertRow {
  const labels = alert.labels ?? {}
  const externalId = labelsId(labels)
  return {
    id: `${connection}/${externalId}`,
    connection,
    externalId,
    origin: 'alert',
    title: alertTitle(labels, alert.annotations ?? {}),
    service: serviceOf(labels),
    urgency: urgencyOf(labels),
    state: alert.state === 'pending' ? 'pending' : 'firing',
    startedAt: instantOf(alert.activeAt),
    url: page,
    cause: causeOf(labels),
    labels: rowLabels(labels),
  }
}

export function rangeSeries(range: PrometheusRange, legend: string, step: Millis): readonly PanelSeries[] {
  const drawn = range.data.result.filter(line => (line.values ?? []).length > 0)
  return drawn.map(line => ({
    name: seriesName(legend, line.metric ?? {}, drawn.length),
    ...withGaps(columns(line), step),
  }))
}

function columns(line: PrometheusSeries) {
  const points = line.values ?? []
  return {
    times: points.map(([seconds]) => Math.round(seconds * SECOND)),
    // `Number('+Inf')` is NaN: either way a gap.
    values: points.map(([, value]) => finite(Number(value))),
  }
}

export function ownWarnings(answer: Pick<PrometheusRange, 'warnings' | 'infos'>): readonly string[] {
  return [...(answer.warnings ?? []), ...(answer.infos ?? [])].map(text => plainLine(text, 300))
}

/** One row a line: its labels as columns, and its value in `column`. */
export function vectorRows(vector: PrometheusVector, column: string): AnswerRows {
  const lines = vector.data.result
  const labels = [...new Set(lines.flatMap(line => Object.keys(line.metric ?? {})))]
  return {
    columns: [...labels, column],
    rows: lines.map(({ metric, value }) => [
      ...labels.map(label => (Object.hasOwn(metric ?? {}, label) ? plainLine(metric?.[label] ?? '', 300) : null)),
      finite(Number(value?.[1])),
    ]),
  }
}

/** Prometheus' own notes, and one of ours for what a line chart cannot show. */
export function rangeWarnings(range: PrometheusRange): readonly string[] {
  const own = ownWarnings(range)
  const histograms = range.data.result.some(line => (line.histograms ?? []).length > 0)
  return histograms ? [...own, 'Native histograms cannot be drawn: ask for a quantile of them'] : own
}
