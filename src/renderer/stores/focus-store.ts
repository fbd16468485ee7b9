import { useEffect } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { useCockpit } from './cockpit'

/** What a key can ask for. The feature that owns the place takes the request, so features need not know each other. */
export type Place =
  | 'line'
  | 'assign'
  | 'checkpoint'
  | 'severity'
  | 'status'
  | 'impact'
  | 'declare'
  | 'comms'
  | 'handoff'
  | 'alerts'
  | 'incidents'
  | 'connections'
  | 'keys'

export interface FocusState {
  readonly requested: Place | null
}

export interface FocusStore extends StoreApi<FocusState> {
  request(place: Place): void
}

export function createFocusStore(): FocusStore {
  const store = createStore<FocusState>(() => ({ requested: null }))
  return { ...store, request: place => store.setState({ requested: place }) }
}

/** Runs `take` each time `place` is asked for: opens the composer, focuses the field. */
export function useFocusRequest(place: Place, take: () => void): void {
  const { focus } = useCockpit()
  useEffect(() => {
    const look = () => {
      if (focus.getState().requested !== place) return
      focus.setState({ requested: null })
      take()
    }
    look()
    return focus.subscribe(look)
  }, [focus, place, take])
}
