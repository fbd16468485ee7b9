import { createStore, type StoreApi } from 'zustand/vanilla'
import { type AlertChangesSlice, type ListedAlert, searchText, unpackAlerts } from '../../shared/contract/alert-list'
import type { Fault } from '../../shared/contract/faults'
import type { EngineLink } from '../../shared/contract/link'
import type { BoardStore } from './board-store'

export interface AlertListState {
  /** Every open alert, suppressed ones included, in no order; null until all of them have arrived. */
  readonly rows: readonly ListedAlert[] | null
  /** How many have arrived. */
  readonly read: number
  /** [RF1] Why the last read failed: the rows are older. */
  readonly fault: Fault | null
}

/** All open alerts, held only while the user reads them one by one: a push carries the few hundred most urgent. */
export interface AlertListStore extends StoreApi<AlertListState> {
  /** Reads all of them, then follows changes. Returns its stop; after the last stop they are dropped. */
  follow(): () => void
  /** Tries again after a fault. */
  again(): void
}

const nothing: AlertListState = { rows: null, read: 0, fault: null }

const noneFollowed: Following = { stop: () => undefined, ask: () => undefined }

export function createAlertListStore(link: EngineLink, board: BoardStore): AlertListStore {
  const store = createStore<AlertListState>(() => nothing)
  let followers = 0
  let following = noneFollowed
  return {
    ...store,
    again: () => following.ask(),
    follow() {
      followers += 1
      if (followers === 1) following = startFollowing(link, board, state => store.setState(state))
      let here = true
      return () => {
        if (!here) return
        here = false
        followers -= 1
        if (followers > 0) return
        following.stop()
        following = noneFollowed
        store.setState(nothing)
      }
    },
  }
}

interface Following {
  readonly stop: () => void
  readonly ask: () => void
}

/** Reads what changed whenever a push reports a change; one request at a time. */
function startFollowing(
  link: EngineLink,
  board: BoardStore,
  tell: (state: Partial<AlertListState>) => void,
): Following {
  const rows = new Map<string, ListedAlert>()
  let [epoch, since] = ['', 0]
  let [asking, again, stopped] = [false, false, false]

  function fold(page: AlertChangesSlice): boolean {
    if (page.anew) rows.clear()
    for (const row of unpackAlerts(page.rows)) {
      rows.set(row.id, row)
      // Slice by slice as they arrive, so that the first letter of a filter need not wait for all of them.
      searchText(row)
    }
    for (const id of page.gone) rows.delete(id)
    ;({ epoch, upTo: since } = page)
    return page.anew || page.rows.title.length + page.gone.length > 0
  }

  async function ask(): Promise<void> {
    again = true
    if (asking) return
    asking = true
    let whole = true
    while (again && !stopped) {
      again = false
      const reply = await link.call('alerts:rows', { epoch, since })
      if (stopped) break
      // After a lost connection the next greeting reads again.
      if (!reply.ok) {
        tell({ fault: reply.fault })
        break
      }
      tell({ fault: null })
      const changed = fold(reply.value)
      whole = !reply.value.more
      again ||= reply.value.more
      if (changed && !whole) tell({ rows: null, read: rows.size })
      else if (changed) tell({ rows: [...rows.values()], read: rows.size })
    }
    asking = false
  }

  const unwatch = board.subscribe(({ alerts }, before) => {
    if (alerts !== before.alerts) void ask()
  })
  void ask()
  const stop = () => {
    stopped = true
    unwatch()
  }
  return { stop, ask: () => void ask() }
}
