import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Fault } from '../../shared/contract/faults'
import type { EngineLink } from '../../shared/contract/link'
import type { Pushes } from '../../shared/contract/pushes'
import type { IncidentId } from '../../shared/domain/ids'
import { foldEvents, type IncidentRecord } from '../../shared/events/fold'

/** The one incident that this screen follows, folded from its log. */
export interface IncidentState {
  readonly following: IncidentId | null
  /** Undefined until the first events came. */
  readonly record: IncidentRecord | undefined
  readonly fault: Fault | null
}

export interface IncidentStore extends StoreApi<IncidentState> {
  /** Shows this incident instead of the one before; null shows none. */
  follow(incident: IncidentId | null): void
  /** Asks for what came after the last event seen: after a gap, or when the line is back. */
  catchUp(): void
  receive(push: Pushes['log']): void
}

const nothing: IncidentState = { following: null, record: undefined, fault: null }

export function createIncidentStore(link: EngineLink): IncidentStore {
  const store = createStore(() => nothing)
  let asking: symbol | undefined

  const ask = (incident: IncidentId, after: number): void => {
    const mine = Symbol('ask')
    asking = mine
    void link.call('log:follow', { incident, after }).then(reply => {
      if (asking !== mine) return // another incident was opened, or asked for anew, while the engine answered
      asking = undefined
      store.setState({ fault: reply.ok ? null : reply.fault })
      const seen = store.getState().record?.seq ?? 0
      // A long log comes in pieces: we are live only once the last of them is here.
      if (reply.ok && seen < reply.value.seq && seen > after) ask(incident, seen)
    })
  }

  return {
    ...store,
    follow: incident => {
      const before = store.getState().following
      if (before === incident) return
      if (before !== null) void link.call('log:unfollow', { incident: before })
      asking = undefined
      store.setState({ following: incident, record: undefined, fault: null })
      if (incident !== null) ask(incident, 0)
    },
    catchUp: () => {
      const { following, record } = store.getState()
      if (following !== null) ask(following, record?.seq ?? 0)
    },
    receive: push => {
      const { following, record } = store.getState()
      if (push.incident !== following) return
      const next = joined(record, push)
      if (next === 'gap') {
        // One question covers every push that is ahead of us.
        if (asking === undefined) ask(following, record?.seq ?? 0)
      } else if (next !== record) {
        store.setState({ record: next })
      }
    },
  }
}

/** The record with the push's events that it has not seen, or `gap` when events are missing between the two. */
function joined(record: IncidentRecord | undefined, push: Pushes['log']): IncidentRecord | undefined | 'gap' {
  const seen = record?.seq ?? 0
  if (push.after > seen) return 'gap'
  const fresh = push.events.filter(event => event.seq > seen)
  return fresh.length === 0 ? record : foldEvents(record, fresh)
}
