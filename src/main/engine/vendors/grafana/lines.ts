import { finite, inTime, type LineColumns, type LinePoint } from '../columns'
import type { LabelSet } from '../fields'
import type { GrafanaField, GrafanaFrame } from './parse'
import { isInner } from './rows'

/** One line of a frame, before it has a name. */
export interface FrameLine {
  readonly field: GrafanaField
  /** Of its field, and the values in the text columns next to its numbers. */
  readonly labels: LabelSet
  /** The value of the only text column: a name by itself; empty if there are none or several. */
  readonly word: string
  /** Name of its frame; empty for none. */
  readonly frame: string
  readonly columns: LineColumns
}

/** Every number column of a frame, drawn over its time column. */
export function frameLines(frame: GrafanaFrame): readonly FrameLine[] {
  const fields = frame.schema?.fields ?? []
  const values = frame.data?.values ?? []
  const times = values[fields.findIndex(field => field.type === 'time')]
  if (times === undefined || times.length === 0) return []
  const numbers = fields.flatMap((field, at) => (field.type === 'number' ? [{ field, cells: values[at] ?? [] }] : []))
  if (numbers.length === 0) return []
  const groups = groupsOf(frame, times)
  return numbers.flatMap(({ field, cells }) =>
    groups.map(({ labels, rows }) => ({
      field,
      labels: { ...field.labels, ...labels },
      word: wordOf(labels, numbers.length > 1 ? `${field.name ?? ''} ` : ''),
      frame: frame.schema?.name ?? '',
      columns: inTime(rows.flatMap(row => pointAt(times[row], cells[row]))),
    })),
  )
}

function wordOf(labels: LabelSet, before: string): string {
  const [text, ...others] = Object.values(labels)
  return text === undefined || others.length > 0 ? '' : `${before}${text}`
}

/** A row without a time cannot be drawn; one without a number is a gap. */
function pointAt(time: unknown, cell: unknown): readonly LinePoint[] {
  return typeof time === 'number' ? [{ time, value: finite(cell) }] : []
}

interface Group {
  readonly labels: LabelSet
  readonly rows: readonly number[]
}

/**
 * Rows of one line each. SQL answers long: a row for every metric at every instant, with its name in a column of texts.
 * Drawn as one line that would be a zigzag between things that have nothing to do with each other.
 */
function groupsOf(frame: GrafanaFrame, times: readonly unknown[]): readonly Group[] {
  const all = { labels: {}, rows: times.map((_time, row) => row) }
  const texts = (frame.schema?.fields ?? []).flatMap((field, at) => {
    const { name, type } = field
    if ((type !== 'string' && type !== 'boolean') || isInner(name ?? '')) return []
    return [{ name: name ?? '', cells: frame.data?.values?.[at] ?? [] }]
  })
  if (texts.length === 0) return [all]
  const byLabels = Map.groupBy(all.rows, row => JSON.stringify(texts.map(({ cells }) => cells[row] ?? null)))
  // Texts that hardly ever repeat are remarks, not names, unless they are needed to distinguish rows of one instant.
  if (byLabels.size * 2 > times.length && new Set(times).size === times.length) return [all]
  return [...byLabels.values()].map(rows => ({ labels: labelsAt(texts, rows[0] ?? 0), rows }))
}

function labelsAt(
  texts: readonly { readonly name: string; readonly cells: readonly unknown[] }[],
  row: number,
): LabelSet {
  const told = texts.flatMap(({ name, cells }) => {
    const cell = cells[row]
    return typeof cell === 'string' || typeof cell === 'boolean' ? [[name, String(cell)] as const] : []
  })
  return Object.fromEntries(told)
}
