import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { IncidentSummary } from '../../../shared/contract/incidents'
import { openWorstFirst } from '../../../shared/contract/incidents'
import type { EngineLink } from '../../../shared/contract/link'
import type { IncidentId } from '../../../shared/domain/ids'
import type { IncidentRecord } from '../../../shared/events/fold'
import { type Millis, SECOND } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBrowserSettings, useCockpit, useLook, useSelection } from '../../stores/cockpit'
import { createIncidentStore } from '../../stores/incident-store'

export interface WallboardTurn {
  readonly shown: readonly IncidentSummary[]
  /** `2 of 3`, `1 more open`; empty if all open incidents are shown. */
  readonly note: string
}

/**
 * Which open incidents are on the wallboard now: one after the other, or the two worst at once where that is chosen or
 * motion is reduced.
 * @param turn counts up, one every `TURN`
 */
export function wallboardTurn(incidents: readonly IncidentSummary[], turn: number, together: boolean): WallboardTurn {
  const open = openWorstFirst(incidents)
  if (together)
    return { shown: open.slice(0, 2), note: open.length > 2 ? tCount(texts.wall.moreOpen, open.length - 2) : '' }
  if (open.length <= 1) return { shown: open, note: '' }
  const at = turn % open.length
  return { shown: open.slice(at, at + 1), note: t(texts.wall.turn, { at: at + 1, all: open.length }) }
}

/** The records of all incidents that rotate on the wallboard, so that the next one shows at once. */
interface Followed {
  readonly records: StoreApi<Readonly<Record<IncidentId, IncidentRecord>>>
  /** Follows these incidents and no others. */
  show(incidents: readonly IncidentId[]): void
  stop(): void
}

function followIncidents(link: EngineLink): Followed {
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

/** How long one incident is shown before the next. */
export const TURN: Millis = 12 * SECOND

/** The incidents that are shown now. */
export function useTurn(): WallboardTurn {
  const incidents = useSelection(state => state.incidents)
  const still = useLook(look => look.still)
  const together = useBrowserSettings(({ wall }) => wall === 'together')
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn(before => before + 1), TURN)
    return () => clearInterval(timer)
  }, [])
  return wallboardTurn(incidents, turn, still || together)
}

/** The records of all open incidents, followed as long as the wallboard is shown. */
export function useRecords(): Readonly<Record<IncidentId, IncidentRecord>> {
  const { link, incident } = useCockpit()
  const incidents = useSelection(state => state.incidents)
  const followed = useMemo(() => followIncidents(link), [link])
  useEffect(() => {
    followed.show(incidents.filter(({ status }) => status !== 'resolved').map(({ id }) => id))
  }, [followed, incidents])
  useEffect(
    () => () => {
      followed.stop()
      // The engine follows an incident once per session: after the wallboard unfollows, the cockpit must ask again.
      incident.catchUp()
    },
    [followed, incident],
  )
  return useStore(followed.records)
}
