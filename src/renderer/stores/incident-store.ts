import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Fault } from '../../shared/contract/faults'
import type { EngineLink } from '../../shared/contract/link'
import type { Pushes } from '../../shared/contract/pushes'
import type { IncidentId } from '../../shared/domain/ids'
import { foldEvents, type IncidentRecord } from '../../shared/events/fold'
import { rebaseRecord } from '../../shared/events/rebase'

/** The one incident that this window follows, folded from its log. */
export interface IncidentState {
  readonly following: IncidentId | null
  /**
   * [FO3] Undefined until its whole log has arrived: half of a log would show a severity of an hour ago as the current
   * one.
   */
  readonly record: IncidentRecord | undefined
  readonly fault: Fault | null
  /** [CW4] Events that the engine had logged are missing in what is shown, and were asked for. */
  readonly behind: boolean
}

export interface IncidentStore extends StoreApi<IncidentState> {
  /** Shows this incident instead of the one before; null shows none. */
  follow(incident: IncidentId | null): void
  /** Requests what came after the last event seen: after a gap, or when the connection is back. */
  catchUp(): void
  receive(push: Pushes['log']): void
  /** [FO8] Late events changed what is shown. */
  rebase(push: Pushes['rebased']): void
}

const nothing: IncidentState = { following: null, record: undefined, fault: null, behind: false }

export function createIncidentStore(link: EngineLink): IncidentStore {
  const store = createStore(() => nothing)
  let asking: symbol | undefined
  /** Last seq of a push that arrived during a request and could not be applied: the answer may be older than it. */
  let missedUpTo = 0
  /** The part of a long log that has arrived so far. */
  let read: IncidentRecord | undefined

  const ask = (incident: IncidentId, after: number): void => {
    const mine = Symbol('ask')
    asking = mine
    missedUpTo = 0
    if (store.getState().record !== undefined) store.setState({ behind: true })
    void link.call('log:follow', { incident, after }).then(reply => {
      if (asking !== mine) return // another incident was opened, or a new request was sent, while the engine answered
      asking = undefined
      if (!reply.ok) return store.setState({ fault: reply.fault })
      const complete = (read?.seq ?? 0) >= missedUpTo
      store.setState({ fault: null, behind: !complete })
      if (!complete) ask(incident, read?.seq ?? 0)
    })
  }

  return {
    ...store,
    follow: incident => {
      const before = store.getState().following
      if (before === incident) return
      if (before !== null) void link.call('log:unfollow', { incident: before })
      asking = undefined
      read = undefined
      store.setState({ following: incident, record: undefined, fault: null, behind: false })
      if (incident !== null) ask(incident, 0)
    },
    catchUp: () => {
      const { following } = store.getState()
      if (following !== null) ask(following, read?.seq ?? 0)
    },
    receive: push => {
      const { following } = store.getState()
      if (push.incident !== following) return
      if (push.record !== undefined) {
        read = push.record
        store.setState({ record: read })
        return
      }
      const seen = read?.seq ?? 0
      if (push.after > seen) {
        // One request covers every push that is ahead of us.
        if (asking === undefined) ask(following, seen)
        else missedUpTo = Math.max(missedUpTo, push.events.at(-1)?.seq ?? 0)
        return
      }
      const fresh = push.events.filter(event => event.seq > seen)
      if (fresh.length === 0) return
      // Requested before the fold, so that the engine reads the next piece in the meantime.
      if (push.more) ask(following, fresh.at(-1)?.seq ?? seen)
      read = foldEvents(read, fresh)
      if (!push.more) store.setState({ record: read })
    },
    rebase: push => {
      const { following } = store.getState()
      const seen = read?.seq ?? 0
      if (push.incident !== following || push.seq <= seen) return
      const rebased = read && rebaseRecord(read, push)
      if (rebased === undefined) {
        // Not the state that the engine announced: the answer brings what is missing, or all of it.
        if (asking === undefined) ask(following, seen)
        else missedUpTo = Math.max(missedUpTo, push.seq)
        return
      }
      read = rebased
      store.setState({ record: read })
    },
  }
}
