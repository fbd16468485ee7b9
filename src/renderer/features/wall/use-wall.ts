import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { IncidentId } from '../../../shared/domain/ids'
import type { IncidentRecord } from '../../../shared/events/fold'
import { useCockpit, useLook, useScreen, useSelection } from '../../stores/cockpit'
import { followIncidents } from './followed'
import { createPulse, type Pulse, startPulse } from './pulse'
import { type OnTheWall, onTheWall, TURN } from './rotation'

/** Whether the engine is heard, looked at each second. */
export function usePulse(): Pulse {
  const { link } = useCockpit()
  const pulse = useMemo(createPulse, [])
  useEffect(() => startPulse(pulse, link, () => performance.now()), [pulse, link])
  return useStore(pulse)
}

/** The incidents whose turn it is. */
export function useTurn(): OnTheWall {
  const incidents = useSelection(state => state.incidents)
  const still = useLook(look => look.still)
  const together = useScreen(({ wall }) => wall === 'together')
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn(before => before + 1), TURN)
    return () => clearInterval(timer)
  }, [])
  return onTheWall(incidents, turn, still || together)
}

/** The records of all open incidents, followed as long as the wall is there. */
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
      // The engine follows an incident once for a screen: what the wall let go of, the cockpit asks for anew.
      incident.catchUp()
    },
    [followed, incident],
  )
  return useStore(followed.records)
}
