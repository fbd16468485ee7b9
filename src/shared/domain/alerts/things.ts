import type { AlertCell } from './cells'
import type { AlertFacts } from './facts'

/** Labels that say where an alert of one cause and service is; the first one present distinguishes it from its like. */
const placeLabels = ['instance', 'pod', 'host', 'hostname', 'node', 'device', 'volume', 'queue', 'topic'] as const

/**
 * [AG5] How many distinct problems open alerts report. The same service, cause and place read through two systems
 * counts once; a PagerDuty incident of a service and cause refers to its alerts and adds no count. Without a cause
 * alerts cannot be matched, so each one counts.
 */
export function thingsIn<Row extends AlertFacts>(cells: Iterable<AlertCell<Row>>): number {
  const subjects = new Map<string, Subject>()
  let loners = 0
  for (const cell of cells) {
    if (cell.cause === '') loners += openRows(cell).length
    else tell(subjects, cell)
  }
  return [...subjects.values()].reduce((sum, subject) => sum + count(subject), loners)
}

interface Subject {
  pages: number
  /** By the connection that reports it, how often at each place. */
  readonly told: Map<string, Map<string, number>>
}

function tell<Row extends AlertFacts>(subjects: Map<string, Subject>, cell: AlertCell<Row>): void {
  const key = `${cell.service}\n${cell.cause}`
  const subject = subjects.get(key) ?? { pages: 0, told: new Map() }
  subjects.set(key, subject)
  for (const row of openRows(cell)) {
    if (row.origin === 'page') subject.pages += 1
    else {
      const places = subject.told.get(row.connection) ?? new Map<string, number>()
      subject.told.set(row.connection, places)
      const place = placeOf(row)
      places.set(place, (places.get(place) ?? 0) + 1)
    }
  }
}

/** At each place the source that reports the most there knows all of them. */
function count({ pages, told }: Subject): number {
  const most = new Map<string, number>()
  for (const places of told.values()) {
    for (const [place, times] of places) most.set(place, Math.max(most.get(place) ?? 0, times))
  }
  return Math.max(
    pages,
    [...most.values()].reduce((sum, times) => sum + times, 0),
  )
}

function placeOf(row: AlertFacts): string {
  const { labels } = row
  if (labels === undefined) return ''
  const where = placeLabels.find(name => labels[name] !== undefined)
  // Two clusters may both have a node-1.
  return where === undefined ? '' : `${labels.cluster ?? ''}\n${labels.namespace ?? ''}\n${labels[where]}`
}

function openRows<Row extends AlertFacts>(cell: AlertCell<Row>): readonly Row[] {
  return [...cell.alerts.values()].flatMap(({ row, clearedAt }) => (clearedAt === null ? [row] : []))
}
