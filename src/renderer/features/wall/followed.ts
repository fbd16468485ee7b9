import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EngineLink } from '../../../shared/contract/link'
import type { IncidentId } from '../../../shared/domain/ids'
import type { IncidentRecord } from '../../../shared/events/fold'
import { createIncidentStore } from '../../stores/incident-store'

/** The records of all incidents that take turns on the wall, so that a turn shows at once. */
export interface Followed {
  readonly records: StoreApi<Readonly<Record<IncidentId, IncidentRecord>>>
  /** Follows these and no others. */
  show(incidents: readonly IncidentId[]): void
  stop(): void
}

export function followIncidents(link: EngineLink): Followed {
  const records = createStore<Readonly<Record<IncidentId, IncidentRecord>>>(() => ({}))
  const stops = new Map<IncidentId, () => void>()
  const leave = (id: IncidentId) => {
    stops.get(id)?.()
    stops.delete(id)
    const { [id]: _gone, ...rest } = records.getState()
    records.setState(rest, true)
  }
  return {
    records,
    show: incidents => {
      for (const id of [...stops.keys()]) if (!incidents.includes(id)) leave(id)
      for (const id of incidents) {
        if (stops.has(id)) continue
        stops.set(
          id,
          followOne(link, id, record => records.setState({ [id]: record })),
        )
      }
    },
    stop: () => {
      for (const id of [...stops.keys()]) leave(id)
    },
  }
}

function followOne(link: EngineLink, id: IncidentId, tell: (record: IncidentRecord) => void): () => void {
  const store = createIncidentStore(link)
  let begun = false
  const stops = [
    store.subscribe(({ record }) => record !== undefined && tell(record)),
    link.on('log', store.receive),
    link.on('rebased', store.rebase),
    link.onState(state => {
      if (state === 'open' && begun) store.catchUp()
    }),
  ]
  store.follow(id)
  begun = true
  return () => {
    store.follow(null)
    for (const stop of stops) stop()
  }
}
