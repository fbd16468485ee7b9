import { MINUTE, utcClock } from '../../lib/time'
import type { Cell, CellReason } from './cells'
import { type AlertFacts, nameKey } from './facts'

type Cells<Row extends AlertFacts> = ReadonlySet<Cell<Row>>
/** How services are written, by their key. */
type Names = ReadonlyMap<string, string>

/** What a group is about: its subject, and what goes wrong most often in it. A single alert speaks for itself. */
export function titleOf<Row extends AlertFacts>(
  id: string,
  cells: Cells<Row>,
  names: Names,
  causes: readonly string[],
): string {
  const only = onlyRow(cells)
  if (only !== undefined) return only.title
  const subject = subjectOf(id)
  if (id.startsWith('minute:')) return minuteTitle(cells)
  if (id.startsWith('cause:')) {
    const services = new Set([...cells].map(({ service }) => service).filter(service => service !== ''))
    return services.size > 1 ? `${causes[0] ?? subject} in ${services.size} services` : (causes[0] ?? subject)
  }
  const named = causes.slice(0, 2).join(', ')
  const more = causes.length > 2 ? ` and ${causes.length - 2} more` : ''
  return `${names.get(subject) ?? subject}${named === '' ? '' : `: ${named}${more}`}`
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

/** [AG7] Why the alerts of a group stand together: one line a reason, each with how many it holds for. */
export function whyGrouped<Row extends AlertFacts>(
  id: string,
  cells: Cells<Row>,
  names: Names,
  { open, things, causes }: { readonly open: number; readonly things: number; readonly causes: readonly string[] },
): readonly string[] {
  if (onlyRow(cells) !== undefined && !someFor(cells, 'dependency'))
    return ['It stands alone: nothing else is like it.']
  const subject = subjectOf(id)
  const cause = causes.find(name => nameKey(name) === subject) ?? subject
  const service = names.get(subject) ?? subject
  const lines: readonly (readonly [CellReason, (count: string, users: string) => string])[] = [
    ['service', count => `Same service: ${count} of ${service}.`],
    ['dependency', (count, users) => `Downstream: ${count} of ${users}, which need ${service}; it alerts too.`],
    ['burst', count => `Same cause, same minute: ${count} of ${cause}, which began in several services at once.`],
    ['cause', count => `Same cause: ${count} of ${cause} that name no service.`],
    [
      'minute',
      count =>
        id.endsWith(':unknown')
          ? `Same source: ${count} that name neither service nor cause, nor when they began.`
          : `Same minute: ${count} of one source that name neither service nor cause.`,
    ],
  ]
  const told = lines.flatMap(([reason, line]) => {
    const those = [...cells].filter(cell => cell.reason === reason)
    if (those.length === 0) return []
    return [line(alertCount(those), serviceList(those, names))]
  })
  const twice = open > things ? [`${open} open alerts tell of ${things} things: what came twice is counted once.`] : []
  return [...told, ...twice]
}

function someFor<Row extends AlertFacts>(cells: Cells<Row>, reason: CellReason): boolean {
  return [...cells].some(cell => cell.reason === reason)
}

function alertCount<Row extends AlertFacts>(cells: readonly Cell<Row>[]): string {
  const count = cells.reduce((sum, { alerts }) => sum + alerts.size, 0)
  return count === 1 ? '1 alert' : `${count} alerts`
}

function serviceList<Row extends AlertFacts>(cells: readonly Cell<Row>[], names: Names): string {
  const all = [...new Set(cells.map(({ service }) => names.get(service) ?? service))].sort()
  return all.length > 3 ? `${all.slice(0, 3).join(', ')} and ${all.length - 3} more` : all.join(', ')
}

function minuteTitle<Row extends AlertFacts>(cells: Cells<Row>): string {
  const minute = [...cells][0]?.minute ?? null
  if (minute === null) return 'Alerts that do not say when they began'
  return `Alerts that began at ${utcClock(minute * MINUTE).slice(0, 5)} UTC`
}
