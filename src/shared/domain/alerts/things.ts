import type { Cell } from './cells'
import type { AlertFacts } from './facts'

/** Labels that say where an alert of one cause and service is; the first that is there tells it from its like. */
const placeLabels = ['instance', 'pod', 'host', 'hostname', 'node', 'device', 'volume', 'queue', 'topic'] as const

/**
 * [AG5] How many things open alerts tell of. The same service, cause and place read through two systems is one thing;
 * a page of a service and cause speaks of its alerts and is no thing beside them. Without a cause nothing can be told
 * to be the same, so each alert is a thing of its own.
 */
export function thingsIn<Row extends AlertFacts>(cells: Iterable<Cell<Row>>): number {
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
  /** By place, then by the connection that tells of it. */
  readonly alerts: Map<string, Map<string, number>>
}

function tell<Row extends AlertFacts>(subjects: Map<string, Subject>, cell: Cell<Row>): void {
  const key = `${cell.service}\n${cell.cause}`
  const subject = subjects.get(key) ?? { pages: 0, alerts: new Map() }
  subjects.set(key, subject)
  for (const row of openRows(cell)) {
    if (row.origin === 'page') subject.pages += 1
    else {
      const place = placeOf(row)
      const told = subject.alerts.get(place) ?? new Map<string, number>()
      subject.alerts.set(place, told.set(row.connection, (told.get(row.connection) ?? 0) + 1))
    }
  }
}

function count({ pages, alerts }: Subject): number {
  const things = [...alerts.values()].reduce((sum, told) => sum + Math.max(...told.values()), 0)
  return Math.max(pages, things)
}

function placeOf(row: AlertFacts): string {
  const { labels } = row
  if (labels === undefined) return ''
  const where = placeLabels.find(name => labels[name] !== undefined)
  // Two clusters may both have a node-1.
  return where === undefined ? '' : `${labels.cluster ?? ''}\n${labels.namespace ?? ''}\n${labels[where]}`
}

function openRows<Row extends AlertFacts>(cell: Cell<Row>): readonly Row[] {
  return [...cell.alerts.values()].filter(({ clearedAt }) => clearedAt === null).map(({ row }) => row)
}
