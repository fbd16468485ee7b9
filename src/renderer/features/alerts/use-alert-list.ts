import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import { useBoard, useCockpit } from '../../stores/cockpit'

export interface AlertList {
  readonly rows: readonly ListedAlert[]
  /** How many are still on their way; meanwhile `rows` are the loudest. */
  readonly missing: number
}

/**
 * Every open alert, with the rule that hides it. The few that a push carries are taken from there.
 * @param wanted false while nobody looks at single alerts: a storm is not read then
 */
export function useAlertList(wanted: boolean): AlertList {
  const { alertList } = useCockpit()
  const { first, open } = useBoard(board => board.alerts)
  const all = useStore(alertList, list => list.rows)
  const read = useStore(alertList, list => list.read)
  const isStorm = wanted && open > first.length
  useEffect(() => (isStorm ? alertList.follow() : undefined), [alertList, isStorm])
  if (isStorm && all !== null) return { rows: all, missing: 0 }
  return { rows: first, missing: isStorm ? Math.max(0, open - Math.max(read, first.length)) : 0 }
}
