import { columnIndex, type TableCell, type TableRows } from './rows-of-cells'

/** Rows with the same key in several queries each meet each other. Beyond this nobody reads them. */
const MOST_JOINED = 10_000

/**
 * Rows of several queries side by side, by one column, or by all that they have in common. Columns that several queries
 * have besides are numbered, as Grafana does: `pod 1`, `pod 2`.
 * @param inner only what every query has
 */
export function joined(frames: readonly TableRows[], by: string | null, inner = false): TableRows {
  const keys = by === null ? commonColumns(frames) : [by]
  const fitting = frames.filter(frame => keys.every(key => columnIndex(frame, key) >= 0))
  const own = fitting.map(frame => frame.columns.filter(column => !keys.includes(column.name)))
  const names = own.flat().map(column => column.name)
  const twice = (name: string) => names.indexOf(name) !== names.lastIndexOf(name)
  const columns = own.flatMap((its, at) =>
    its.map(column => (twice(column.name) ? { ...column, name: `${column.name} ${at + 1}` } : column)),
  )
  const parts = fitting.map((frame, at) => partsByKey(frame, keys, own[at] ?? [], by === null))
  const every = new Map(parts.flatMap(part => [...part].map(([name, { key }]) => [name, key] as const)))
  const rows: TableCell[][] = []
  for (const [name, key] of every) {
    if (inner && !parts.every(part => part.has(name))) continue
    rows.push(...meeting(key, parts, own, name))
    if (rows.length > MOST_JOINED) break
  }
  return { columns: [...keys.map(its => ({ name: its })), ...columns], rows }
}

interface Part {
  readonly key: readonly TableCell[]
  readonly rows: readonly (readonly TableCell[])[]
}

/** By key, what a query's own columns hold; of a merge the last of each, because its key is all that they share. */
function partsByKey(
  frame: TableRows,
  keys: readonly string[],
  own: TableRows['columns'],
  lastOnly: boolean,
): ReadonlyMap<string, Part> {
  const places = own.map(column => frame.columns.indexOf(column))
  const parts = new Map<string, Part>()
  for (const row of frame.rows) {
    const key = keys.map(name => row[columnIndex(frame, name)] ?? null)
    const name = JSON.stringify(key)
    const cells = places.map(place => row[place] ?? null)
    const before = lastOnly ? [] : (parts.get(name)?.rows ?? [])
    parts.set(name, { key, rows: [...before, cells] })
  }
  return parts
}

function meeting(
  key: readonly TableCell[],
  parts: readonly ReadonlyMap<string, Part>[],
  own: readonly TableRows['columns'][],
  name: string,
): TableCell[][] {
  return parts.reduce<TableCell[][]>(
    (rows, part, at) => {
      const its = part.get(name)?.rows ?? [(own[at] ?? []).map(() => null)]
      return rows.flatMap(row => its.map(cells => [...row, ...cells])).slice(0, MOST_JOINED)
    },
    [[...key]],
  )
}

function commonColumns(frames: readonly TableRows[]): readonly string[] {
  const [first, ...others] = frames
  const names = (first?.columns ?? []).map(column => column.name)
  return names.filter(name => others.every(frame => columnIndex(frame, name) >= 0))
}
