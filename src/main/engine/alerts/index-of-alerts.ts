import { type AlertCell, cellKeyOf, emptyCell } from '../../../shared/domain/alerts/cells'
import { type DependsOn, followDependencies } from '../../../shared/domain/alerts/dependencies'
import { type AlertFacts, nameKey, type StormAlert } from '../../../shared/domain/alerts/facts'
import { type AlertGroup, describeGroup } from '../../../shared/domain/alerts/group'
import { openNeighbours } from '../../../shared/domain/alerts/neighbours'
import { groupPlaceOf } from '../../../shared/domain/alerts/place'
import { memoized } from '../../../shared/lib/memoized'

/** Alerts that came, changed or cleared, and ids of those to forget. Of one id that comes twice the last counts. */
export interface AlertChanges<Row extends AlertFacts> {
  readonly put: readonly StormAlert<Row>[]
  readonly drop: readonly string[]
}

/** Alerts in their groups. A change costs as much as the groups that it touches, however many alerts there are. */
export interface AlertIndex<Row extends AlertFacts> {
  readonly size: number
  /** Returns the ids of the groups that are other than before, gone ones included. */
  apply(changes: AlertChanges<Row>): ReadonlySet<string>
  /** [AG14] Groups again by other dependencies, as if it had been opened with them. Returns as `apply`. */
  follow(dependsOn: DependsOn): ReadonlySet<string>
  /** Every group with what it shows, in no order. */
  groups(): readonly AlertGroup[]
  group(id: string): AlertGroup | undefined
  /** Members of a group in no order; empty when there is none. */
  members(group: string): readonly StormAlert<Row>[]
  find(id: string): StormAlert<Row> | undefined
  /** Every alert, in no order. */
  all(): Iterable<StormAlert<Row>>
  /** Id of the group that has the alert. */
  groupOf(id: string): string | undefined
}

/**
 * [AG1] An index that groups while it applies changes. The result depends only on the alerts in it: neither on their
 * order nor on how they were split into changes.
 */
export function openAlertIndex<Row extends AlertFacts>(dependsOn: DependsOn): AlertIndex<Row> {
  let dependencies = followDependencies(dependsOn)
  let neighbours = openNeighbours<Row>(dependencies)
  const keyOf = memoized(nameKey)
  const cells = new Map<string, AlertCell<Row>>()
  const cellOfAlert = new Map<string, AlertCell<Row>>()
  const groups = new Map<string, Set<AlertCell<Row>>>()
  const told = new Map<string, AlertGroup>()

  function put(alert: StormAlert<Row>, touched: Set<AlertCell<Row>>): void {
    const wanted = cellKeyOf(alert.row, keyOf)
    const before = cellOfAlert.get(alert.row.id)
    if (before !== undefined && before.key !== wanted.key) drop(alert.row.id, touched)
    const known = cells.get(wanted.key)
    const cell = known ?? emptyCell<Row>(wanted)
    cell.alerts.set(alert.row.id, alert)
    cellOfAlert.set(alert.row.id, cell)
    touched.add(cell)
    if (known !== undefined) return
    cells.set(cell.key, cell)
    for (const moved of neighbours.add(cell)) touched.add(moved)
  }

  function drop(id: string, touched: Set<AlertCell<Row>>): void {
    const cell = cellOfAlert.get(id)
    if (cell === undefined) return
    cellOfAlert.delete(id)
    cell.alerts.delete(id)
    touched.add(cell)
    if (cell.alerts.size > 0) return
    cells.delete(cell.key)
    for (const moved of neighbours.remove(cell)) touched.add(moved)
  }

  /** Puts a touched cell where it belongs now; names the groups that this changed. */
  function settle(cell: AlertCell<Row>, changed: Set<string>): void {
    const before = cell.group
    const place =
      cell.alerts.size === 0 ? { group: '', reason: cell.reason } : groupPlaceOf(cell, neighbours, dependencies)
    cell.group = place.group
    cell.reason = place.reason
    if (before !== place.group) {
      leave(before, cell)
      if (place.group !== '') groups.set(place.group, (groups.get(place.group) ?? new Set()).add(cell))
    }
    for (const id of [before, place.group]) if (id !== '') changed.add(id)
  }

  function leave(id: string, cell: AlertCell<Row>): void {
    const group = groups.get(id)
    group?.delete(cell)
    if (group?.size === 0) groups.delete(id)
  }

  function group(id: string): AlertGroup | undefined {
    const members = groups.get(id)
    if (members === undefined) return undefined
    const known = told.get(id) ?? describeGroup(id, members)
    told.set(id, known)
    return known
  }

  return {
    get size() {
      return cellOfAlert.size
    },
    apply(changes) {
      const [touched, changed] = [new Set<AlertCell<Row>>(), new Set<string>()]
      for (const id of changes.drop) drop(id, touched)
      for (const alert of changes.put) put(alert, touched)
      for (const cell of touched) settle(cell, changed)
      for (const id of changed) told.delete(id)
      return changed
    },
    follow(next) {
      dependencies = followDependencies(next)
      neighbours = openNeighbours<Row>(dependencies)
      for (const cell of cells.values()) neighbours.add(cell)
      const changed = new Set<string>()
      for (const cell of cells.values()) settle(cell, changed)
      for (const id of changed) told.delete(id)
      return changed
    },
    groups: () => [...groups.keys()].flatMap(id => group(id) ?? []),
    group,
    members: id => [...(groups.get(id) ?? [])].flatMap(cell => [...cell.alerts.values()]),
    groupOf: id => cellOfAlert.get(id)?.group,
    find: id => cellOfAlert.get(id)?.alerts.get(id),
    *all() {
      for (const cell of cells.values()) yield* cell.alerts.values()
    },
  }
}
