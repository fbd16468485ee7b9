import type { AlertCell } from './cells'
import type { Dependencies } from './dependencies'
import type { AlertFacts } from './facts'

/** [AG2] What a service needs is a reason for its alert when it began at most so many minutes before or after it. */
export const NEED_BEFORE = 15
export const NEED_AFTER = 5
/** [AG3] A cause that begins in so many services in one minute is one event, whatever they are. */
export const BURST_SERVICES = 3

type Minutes<Row extends AlertFacts> = Map<number | null, Set<AlertCell<Row>>>

/** Cells by what they have in common. */
export interface Neighbours<Row extends AlertFacts> {
  /** Both return the cells whose place may be another one now. */
  add(cell: AlertCell<Row>): readonly AlertCell<Row>[]
  remove(cell: AlertCell<Row>): readonly AlertCell<Row>[]
  /** [AG2] True when the service has an alert that began near the minute. */
  alertsNear(service: string, minute: number | null): boolean
  /** [AG3] True when the cause began in many services in that minute. */
  isBurst(cause: string, minute: number | null): boolean
}

export function openNeighbours<Row extends AlertFacts>(dependencies: Dependencies): Neighbours<Row> {
  const byService = new Map<string, Minutes<Row>>()
  const byCause = new Map<string, Minutes<Row>>()

  const usersNear = (service: string, minute: number | null) =>
    [...dependencies.usersOf(service)].flatMap(user =>
      minutesAround(minute, NEED_AFTER, NEED_BEFORE).flatMap(each => cellsAt(byService, user, each)),
    )
  const moved = ({ service, minute }: AlertCell<Row>, change: boolean) => (change ? usersNear(service, minute) : [])
  // [AL12] Those that do not say when they began did not begin at once.
  const servicesHit = (cause: string, minute: number | null) =>
    minute === null ? 0 : (byCause.get(cause)?.get(minute)?.size ?? 0)

  return {
    add(cell) {
      const { service, cause, minute } = cell
      if (service === '') return []
      const first = put(byService, service, cell)
      if (cause !== '') put(byCause, cause, cell)
      // Beyond the threshold the others are in the burst already: only the one that crosses it moves them.
      const burst = servicesHit(cause, minute) === BURST_SERVICES ? cellsAt(byCause, cause, minute) : []
      return [...moved(cell, first), ...burst]
    },
    remove(cell) {
      const { service, cause, minute } = cell
      if (service === '') return []
      const last = take(byService, service, cell)
      if (cause !== '') take(byCause, cause, cell)
      const burst = servicesHit(cause, minute) === BURST_SERVICES - 1 ? cellsAt(byCause, cause, minute) : []
      return [...moved(cell, last), ...burst]
    },
    alertsNear(service, minute) {
      const minutes = byService.get(service)
      return minutes !== undefined && minutesAround(minute, NEED_BEFORE, NEED_AFTER).some(m => minutes.has(m))
    },
    isBurst: (cause, minute) => servicesHit(cause, minute) >= BURST_SERVICES,
  }
}

/** Nothing is known to be near what is not known. */
function minutesAround(minute: number | null, before: number, after: number): readonly number[] {
  return minute === null ? [] : Array.from({ length: before + after + 1 }, (_, at) => minute - before + at)
}

function cellsAt<Row extends AlertFacts>(by: Map<string, Minutes<Row>>, name: string, minute: number | null) {
  return [...(by.get(name)?.get(minute) ?? [])]
}

/** True when it is the first cell of that name and minute. */
function put<Row extends AlertFacts>(by: Map<string, Minutes<Row>>, name: string, cell: AlertCell<Row>): boolean {
  const minutes = by.get(name) ?? new Map()
  const cells = minutes.get(cell.minute) ?? new Set()
  by.set(name, minutes.set(cell.minute, cells.add(cell)))
  return cells.size === 1
}

/** True when it was the last cell of that name and minute. */
function take<Row extends AlertFacts>(by: Map<string, Minutes<Row>>, name: string, cell: AlertCell<Row>): boolean {
  const minutes = by.get(name)
  const cells = minutes?.get(cell.minute)
  cells?.delete(cell)
  if (cells?.size !== 0) return false
  minutes?.delete(cell.minute)
  if (minutes?.size === 0) by.delete(name)
  return true
}
