import { createContext, useContext } from 'react'
import { type ClockChoice, type ClockFace, clockFace } from '../../shared/lib/clock-face'

export interface ShownClock {
  readonly choice: ClockChoice
  readonly face: ClockFace
}

export function shownClock(choice: ClockChoice): ShownClock {
  return { choice, face: clockFace(choice) }
}

/** How this browser writes times; UTC on 24 hours until the user chooses. */
export const ClockContext = createContext<ShownClock>(shownClock({ hours: '24', zone: 'UTC' }))

export function useClockFace(): ClockFace {
  return useContext(ClockContext).face
}
