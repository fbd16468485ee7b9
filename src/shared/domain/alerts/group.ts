import type { Millis } from '../../lib/time'
import { commonCauses, type GroupReason, type GroupTitle, groupTitle, whyGrouped } from './about'
import type { AlertCell } from './cells'
import { type AlertFacts, newestFirst, type OpenState, type Urgency, urgencies } from './facts'
import { thingsIn } from './things'

/** Many alerts as one row. */
export interface AlertGroup {
  /** [AG6] Names what the group is about, such as `service:payments-db`: the same as long as there is such a group. */
  readonly id: string
  readonly title: GroupTitle
  /** The worst of the open alerts; of the cleared ones where none is open. */
  readonly urgency: Urgency
  readonly states: Readonly<Record<OpenState | 'cleared', number>>
  /** Rows that are open, and how many problems they report once duplicates are counted once [AG5]. */
  readonly open: number
  readonly things: number
  /** When its first alert began, and when one last began or cleared; null: nobody says. */
  readonly firstSeen: Millis | null
  readonly lastSeen: Millis | null
  /** Services of its members, at most the first few by name, and how many there are. */
  readonly services: readonly string[]
  readonly serviceCount: number
  /** [AG7] Why these are grouped. */
  readonly why: readonly GroupReason[]
}

const MOST_SERVICES = 8

/** What a group shows. The order of its cells and their alerts does not matter. */
export function describeGroup<Row extends AlertFacts>(id: string, cells: ReadonlySet<AlertCell<Row>>): AlertGroup {
  const states = { firing: 0, acknowledged: 0, pending: 0, suppressed: 0, cleared: 0 }
  let [worstOpen, worst, firstSeen, lastSeen] = [urgencies.length, urgencies.length, Infinity, -Infinity]
  const names = new Map<string, string>()
  for (const cell of cells) {
    for (const { row, clearedAt } of cell.alerts.values()) {
      const rank = urgencies.indexOf(row.urgency)
      worst = Math.min(worst, rank)
      if (clearedAt === null) worstOpen = Math.min(worstOpen, rank)
      states[clearedAt === null ? row.state : 'cleared'] += 1
      const start = row.startedAt
      firstSeen = Math.min(firstSeen, start ?? Infinity)
      lastSeen = Math.max(lastSeen, start ?? -Infinity, clearedAt ?? -Infinity)
      keepFirst(names, cell.service, row.service)
    }
  }
  const { firing, acknowledged, pending, suppressed } = states
  const open = firing + acknowledged + pending + suppressed
  const services = [...names.values()].sort()
  const things = thingsIn(cells)
  const causes = commonCauses(cells)
  return {
    ...{ id, states, open, things },
    firstSeen: Number.isFinite(firstSeen) ? firstSeen : null,
    lastSeen: Number.isFinite(lastSeen) ? lastSeen : null,
    urgency: urgencies[open > 0 ? worstOpen : worst] ?? 'low',
    title: groupTitle(id, cells, names, causes),
    services: services.slice(0, MOST_SERVICES),
    serviceCount: services.length,
    why: whyGrouped(id, cells, names, { open, things, causes }),
  }
}

/** Of several spellings of one name the first by code point: the same on every machine. */
function keepFirst(names: Map<string, string>, key: string, name: string | null): void {
  if (key === '' || name === null) return
  const known = names.get(key)
  if (known === undefined || name < known) names.set(key, name)
}

/** [AG9] The loudest first; of equals the one in which something happened last. */
export function groupsByUrgency(a: AlertGroup, b: AlertGroup): number {
  return (
    urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
    newestFirst(a.lastSeen, b.lastSeen) ||
    (a.id < b.id ? -1 : 1)
  )
}
