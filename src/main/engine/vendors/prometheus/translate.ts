import type { AlertAbout } from '../../../../shared/contract/alert-about'
import type { AlertRow } from '../../../../shared/contract/alert-rows'
import type { FaultValue } from '../../../../shared/contract/fault-codes'
import type { PanelSeries } from '../../../../shared/contract/metrics'
import type { ConnectionId } from '../../../../shared/domain/ids'
import { rowId } from '../../../../shared/domain/row-id'
import { SECOND } from '../../../../shared/lib/time'
import type { AnswerRows } from '../../feeds/types'
import { plainLine } from '../../http/plain-text'
import { aboutFrom, withAbout } from '../alert-about'
import { finite, inTime } from '../columns'
import { knownInstant } from '../fields'
import { alertTitle, causeOf, labelsId, rowLabels, seriesName, serviceOf, urgencyOf } from '../labels'
import { namesApart } from '../names-apart'
import { annotationTexts } from '../sent-about'
import {
  oddLines,
  type PrometheusLine,
  type PrometheusPoint,
  type PrometheusResult,
  resultLines,
  resultText,
} from '../vectors'
import type { PrometheusAlert } from './parse'

export function isUp(alert: PrometheusAlert): boolean {
  return alert.state === 'firing' || alert.state === 'pending'
}

/** Prometheus gives an alert no id and no page: its labels are what it is, `page` is the list of all. */
export function alertRow(connection: ConnectionId, alert: PrometheusAlert, page: string | null): AlertRow {
  const labels = alert.labels ?? {}
  const externalId = labelsId(labels)
  const row: AlertRow = {
    id: rowId(connection, externalId),
    connection,
    externalId,
    origin: 'alert',
    title: alertTitle(labels, alert.annotations ?? {}),
    service: serviceOf(labels),
    urgency: urgencyOf(labels),
    state: alert.state === 'pending' ? 'pending' : 'firing',
    startedAt: knownInstant(alert.activeAt),
    url: page,
    cause: causeOf(labels),
    labels: rowLabels(labels),
  }
  return withAbout(row, () => aboutAlert(alert, row.title))
}

function aboutAlert({ value, annotations }: PrometheusAlert, title: string): AlertAbout {
  const text = value === null || value === undefined ? '' : readable(String(value))
  const told = annotationTexts(annotations ?? {}, title)
  return aboutFrom([{ name: 'value', text }, ...told])
}

/** Prometheus writes `9.3e-01`; a value that is no number stays as it is. */
function readable(value: string): string {
  const number = Number(value)
  return value.trim() !== '' && Number.isFinite(number) ? String(number) : value
}

export function rangeSeries(result: PrometheusResult, legend: string): readonly PanelSeries[] {
  const drawn = resultLines(result).filter(line => pointsOf(line).length > 0)
  const names = namesApart(drawn.map(line => seriesName(legend, line.metric ?? {}, drawn.length)))
  return drawn.map((line, at) => ({
    name: names[at] ?? '',
    // `Number('+Inf')` is infinite: as NaN it is a gap.
    ...inTime(
      pointsOf(line).map(([seconds, value]) => ({ time: Math.round(seconds * SECOND), value: finite(Number(value)) })),
    ),
  }))
}

function pointsOf({ value, values }: PrometheusLine): readonly PrometheusPoint[] {
  return values.length > 0 || value === null ? values : [value]
}

export function ownWarnings(answer: PrometheusResult): readonly FaultValue[] {
  const odd = oddLines(answer)
  const own = [...(answer.warnings ?? []), ...(answer.infos ?? [])].map(text => plainLine(text, 300))
  return odd === '' ? own : [...own, odd]
}

/** One row a line: its labels as columns, and its newest value in `column`. */
export function valueRows(result: PrometheusResult, column: string): AnswerRows {
  const text = resultText(result)
  if (text !== null) return { columns: [column], rows: [[plainLine(text, 300)]] }
  const lines = resultLines(result)
  const labels = [...new Set(lines.flatMap(line => Object.keys(line.metric ?? {})))]
  return {
    columns: [...labels, column],
    rows: lines.map(line => [
      ...labels.map(label => {
        const { metric } = line
        return Object.hasOwn(metric ?? {}, label) ? plainLine(metric?.[label] ?? '', 300) : null
      }),
      finite(Number(pointsOf(line).at(-1)?.[1])),
    ]),
  }
}

/** Prometheus' own notes, and one of ours for what a line chart cannot show. */
export function rangeWarnings(result: PrometheusResult): readonly FaultValue[] {
  const own = ownWarnings(result)
  const histograms = resultLines(result).some(line => (line.histograms ?? []).length > 0)
  return histograms ? [...own, { code: 'histograms-undrawn' }] : own
}
