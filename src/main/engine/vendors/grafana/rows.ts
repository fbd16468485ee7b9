import type { AnswerRows } from '../../feeds/types'
import { plainLine } from '../../http/plain-text'
import { finite } from '../columns'
import type { GrafanaField, GrafanaFrame, GrafanaResult } from './parse'

/** Maximum number of rows of one frame; the table shows fewer. */
const MOST_ROWS = 1_000
/** Columns that only Grafana's own drawing needs. */
const inner = /^(id|tsNs|labelTypes|__.*__?|nanos)$/

export function isInner(name: string): boolean {
  return inner.test(name)
}

/**
 * Each frame as rows.
 * @param column the value's name in the dashboard
 * @param instant all rows are of one moment, which then has no column
 */
export function resultRows(result: GrafanaResult, column: string, instant: boolean): readonly AnswerRows[] {
  return (result.frames ?? []).map(frame => frameRows(frame, column, instant))
}

function frameRows(frame: GrafanaFrame, column: string, instant: boolean): AnswerRows {
  const fields = frame.schema?.fields ?? []
  const values = frame.data?.values ?? []
  const shown = fields.flatMap((field, at) => (isShown(field, instant) ? [{ field, cells: values[at] ?? [] }] : []))
  const length = Math.min(MOST_ROWS, Math.max(0, ...shown.map(({ cells }) => cells.length)))
  return {
    columns: shown.map(({ field }) => columnName(field, column)),
    rows: Array.from({ length }, (_none, at) => shown.map(({ field, cells }) => cellOf(field, cells[at]))),
  }
}

function isShown({ name, type }: GrafanaField, instant: boolean): boolean {
  return !(instant && type === 'time') && !isInner(name ?? '')
}

/** Grafana adds our own letter to the value's name. */
function columnName({ name }: GrafanaField, column: string): string {
  return /^Value( #|$)/.test(name ?? '') ? column : plainLine(name ?? '', 80)
}

function cellOf({ type }: GrafanaField, value: unknown): string | number | null {
  if (type === 'number') return finite(value)
  if (type === 'time')
    return typeof value === 'number' && Math.abs(value) < 8.64e15 ? new Date(value).toISOString() : null
  if (value === null || value === undefined) return null
  return plainLine(typeof value === 'string' ? value : JSON.stringify(value), 300)
}
