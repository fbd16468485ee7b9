import { useEffect } from 'react'
import { useCockpit } from './cockpit'
import type { CommandId } from './focus-store'

/**
 * Runs `take` each time `place` is asked for: opens the composer, focuses the field.
 * @param place null while there is nothing that could be asked for: whoever asks is told so
 */
export function useFocusRequest(place: CommandId | null, take: () => void): void {
  const { focus } = useCockpit()
  useEffect(() => {
    if (place === null) return
    const look = () => {
      if (focus.getState().requested !== place) return
      focus.setState({ requested: null })
      take()
    }
    return focus.subscribe(look)
  }, [focus, place, take])
}
