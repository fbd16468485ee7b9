import type { PanelSeries } from '../../../../shared/contract/views'
import type { Millis } from '../../../../shared/lib/time'
import { plainLine } from '../../http/plain-text'
import { type Columns, finite, withGaps } from '../columns'
import { seriesName } from '../labels'
import type { GrafanaField, GrafanaFrame, GrafanaResult } from './parse'

interface Line {
  readonly field: GrafanaField
  readonly columns: Columns
}

/** Every number column of every frame, drawn over its frame's time column. */
export function resultSeries(result: GrafanaResult, legend: string, step: Millis): readonly PanelSeries[] {
  const lines = (result.frames ?? []).flatMap(frameLines)
  return lines.map(({ field, columns }) => ({
    name: lineName(field, legend, lines.length),
    ...withGaps(columns, step),
  }))
}

function lineName(field: GrafanaField, legend: string, lines: number): string {
  const labels = field.labels ?? {}
  const given = field.config?.displayNameFromDS ?? ''
  if (legend.trim() === '' && given !== '') return plainLine(given, 200)
  return seriesName(legend, Object.keys(labels).length > 0 ? labels : { __name__: field.name ?? '' }, lines)
}

function frameLines(frame: GrafanaFrame): readonly Line[] {
  const fields = frame.schema?.fields ?? []
  const values = frame.data?.values ?? []
  const times = values[fields.findIndex(field => field.type === 'time')]
  if (times === undefined || times.length === 0) return []
  return fields.flatMap((field, at) => {
    const column = values[at]
    return field.type === 'number' && column !== undefined ? [{ field, columns: columnsOf(times, column) }] : []
  })
}

/** A row without a time cannot be drawn; one without a number is a gap. */
function columnsOf(times: readonly unknown[], column: readonly unknown[]): Columns {
  const rows = times.flatMap((time, at) => (typeof time === 'number' ? [{ time, value: finite(column[at]) }] : []))
  return { times: rows.map(row => row.time), values: rows.map(row => row.value) }
}

/** What went wrong with one query, in Grafana's words; empty for nothing. The HTTP status does not tell it: 200, 207 and 400 all may hold errors. */
export function resultProblem(result: GrafanaResult | undefined): string {
  if (result === undefined) return 'Grafana left this query unanswered'
  if ((result.error ?? '') !== '') return plainLine(result.error ?? '', 500)
  const status = result.status ?? 200
  return status >= 400 ? `Grafana answered this query with ${status} and no word on why` : ''
}

export function resultWarnings(result: GrafanaResult | undefined): readonly string[] {
  return (result?.frames ?? [])
    .flatMap(frame => frame.schema?.meta?.notices ?? [])
    .map(notice => plainLine(notice.text ?? '', 300))
    .filter(text => text !== '')
}
