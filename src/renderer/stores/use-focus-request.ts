import { useEffect } from 'react'
import { useCockpit } from './cockpit'
import type { Place } from './focus-store'

/** Runs `take` each time `place` is asked for: opens the composer, focuses the field. */
export function useFocusRequest(place: Place, take: () => void): void {
  const { focus } = useCockpit()
  useEffect(() => {
    const look = () => {
      if (focus.getState().requested !== place) return
      focus.setState({ requested: null })
      take()
    }
    return focus.subscribe(look)
  }, [focus, place, take])
}
