import { useMemo } from 'react'
import { useHouseActs } from '../../stores/asked-acts'
import { useRecord } from '../../stores/cockpit'
import { type Outward, outwardOf } from './outward'

/** What leaves the open incident, and before it what was asked for without one and is not done. */
export function useOutwardList(): readonly Outward[] {
  const incident = useRecord(record => record.incident)
  const house = useHouseActs()
  return useMemo(() => {
    const open = outwardOf({ acts: house, updates: [] }).filter(({ state }) => state !== 'done')
    return [...open, ...(incident === undefined ? [] : outwardOf(incident))]
  }, [house, incident])
}
