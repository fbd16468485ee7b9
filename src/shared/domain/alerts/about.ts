import { MINUTE, type Millis } from '../../lib/time'
import type { AlertCell, CellReason } from './cells'
import { type AlertFacts, nameKey } from './facts'

type Cells<Row extends AlertFacts> = ReadonlySet<AlertCell<Row>>
/** How services are written, by their key. */
type Names = ReadonlyMap<string, string>

/** [AG7] What a group is about, without texts. A single alert has its own title. */
export type GroupTitle =
  | { readonly about: 'alert'; readonly title: string }
  /** What goes wrong most often in it, at most two by name, and how many more there are. */
  | { readonly about: 'subject'; readonly subject: string; readonly causes: readonly string[]; readonly more: number }
  | { readonly about: 'cause'; readonly cause: string; readonly services: number }
  /** When its alerts began; null: they do not say. */
  | { readonly about: 'minute'; readonly began: Millis | null }

/** [AG7] Why alerts are grouped, and how many of them for that reason. */
export type GroupReason =
  | { readonly reason: 'alone' }
  | { readonly reason: 'service'; readonly count: number; readonly service: string }
  /** `users` need the service: the first few by name, and how many more there are. */
  | {
      readonly reason: 'dependency'
      readonly count: number
      readonly service: string
      readonly users: readonly string[]
      readonly more: number
    }
  | { readonly reason: 'burst' | 'cause'; readonly count: number; readonly cause: string }
  | { readonly reason: 'minute' | 'source'; readonly count: number }
  /** What came twice is counted once. */
  | { readonly reason: 'twice'; readonly open: number; readonly things: number }

const MOST_CAUSES = 2
const MOST_USERS = 3

export function groupTitle<Row extends AlertFacts>(
  id: string,
  cells: Cells<Row>,
  names: Names,
  causes: readonly string[],
): GroupTitle {
  const only = onlyRow(cells)
  if (only !== undefined) return { about: 'alert', title: only.title }
  const subject = subjectOf(id)
  if (id.startsWith('minute:')) return { about: 'minute', began: beginOf(cells) }
  if (id.startsWith('cause:')) {
    const services = new Set([...cells].map(({ service }) => service).filter(service => service !== ''))
    return { about: 'cause', cause: causes[0] ?? subject, services: services.size }
  }
  const named = causes.slice(0, MOST_CAUSES)
  return { about: 'subject', subject: names.get(subject) ?? subject, causes: named, more: causes.length - named.length }
}

function subjectOf(id: string): string {
  return id.slice(id.indexOf(':') + 1)
}

function onlyRow<Row extends AlertFacts>(cells: Cells<Row>): Row | undefined {
  const [first, second] = cells
  if (first === undefined || second !== undefined || first.alerts.size !== 1) return undefined
  const [alert] = first.alerts.values()
  return alert?.row
}

/** Names of causes, the most frequent first; of equals the first by name. */
export function commonCauses<Row extends AlertFacts>(cells: Cells<Row>): readonly string[] {
  const counts = new Map<string, { name: string; count: number }>()
  for (const { cause, alerts } of cells) {
    if (cause === '') continue
    const known = counts.get(cause) ?? { name: '', count: 0 }
    for (const { row } of alerts.values()) {
      known.count += 1
      if (known.name === '' || (row.cause ?? '') < known.name) known.name = row.cause ?? ''
    }
    counts.set(cause, known)
  }
  const sorted = [...counts.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  return sorted.map(({ name }) => name)
}

/** [AG7] One reason a line, in their order. */
export function whyGrouped<Row extends AlertFacts>(
  id: string,
  cells: Cells<Row>,
  names: Names,
  { open, things, causes }: { readonly open: number; readonly things: number; readonly causes: readonly string[] },
): readonly GroupReason[] {
  if (onlyRow(cells) !== undefined && cellsOf(cells, 'dependency').length === 0) return [{ reason: 'alone' }]
  const subject = subjectOf(id)
  const cause = causes.find(name => nameKey(name) === subject) ?? subject
  const service = names.get(subject) ?? subject
  const told = reasonsInOrder.flatMap((reason): readonly GroupReason[] => {
    const those = cellsOf(cells, reason)
    if (those.length === 0) return []
    const count = those.reduce((sum, { alerts }) => sum + alerts.size, 0)
    switch (reason) {
      case 'service':
        return [{ reason, count, service }]
      case 'dependency':
        return [{ reason, count, service, ...usersOf(those, names) }]
      case 'minute':
        return [{ reason: id.endsWith(':unknown') ? 'source' : 'minute', count }]
      default:
        return [{ reason, count, cause }]
    }
  })
  return open > things ? [...told, { reason: 'twice', open, things }] : told
}

const reasonsInOrder = ['service', 'dependency', 'burst', 'cause', 'minute'] as const satisfies readonly CellReason[]

function cellsOf<Row extends AlertFacts>(cells: Cells<Row>, reason: CellReason): readonly AlertCell<Row>[] {
  return [...cells].filter(cell => cell.reason === reason)
}

function usersOf<Row extends AlertFacts>(cells: readonly AlertCell<Row>[], names: Names) {
  const all = [...new Set(cells.map(({ service }) => names.get(service) ?? service))].sort()
  const users = all.slice(0, MOST_USERS)
  return { users, more: all.length - users.length }
}

function beginOf<Row extends AlertFacts>(cells: Cells<Row>): Millis | null {
  const minute = [...cells][0]?.minute ?? null
  return minute === null ? null : minute * MINUTE
}
