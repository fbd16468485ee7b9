import type { ConnectionId } from '../../../shared/domain/ids'

/** What each connection answered last, and all of it as one. */
export interface Kept<T, All> {
  all(): All
  of(connection: ConnectionId): T | undefined
  /** True: it says something else than before; that there is nothing is no news at first. */
  put(connection: ConnectionId, read: T): boolean
}

/** @param same whether two readings say the same; as JSON where it is not given */
export function keptByConnection<T, All>(
  merge: (readings: readonly T[]) => All,
  same: (before: T, now: T) => boolean = (before, now) => JSON.stringify(before) === JSON.stringify(now),
): Kept<T, All> {
  const readings = new Map<ConnectionId, T>()
  return {
    all: () => merge([...readings.values()]),
    of: connection => readings.get(connection),
    put: (connection, read) => {
      const before = readings.get(connection)
      readings.set(connection, read)
      if (before === undefined) return !(Array.isArray(read) && read.length === 0)
      return !same(before, read)
    },
  }
}
