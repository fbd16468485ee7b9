import { useMemo } from 'react'
import type { Incident } from '../../shared/domain/incident'
import { proposedTimes } from '../../shared/domain/proposed-times'
import type { ProposedTime, TurningPoint } from '../../shared/domain/stated-time'
import { useBoard, useNow } from './cockpit'

/** [BE2] What charts, pages and acts of ours propose; computed where it is shown, since panels are read every few seconds. */
export function useProposedTimes(of: TurningPoint, incident: Incident): readonly ProposedTime[] {
  const panels = useBoard(board => board.panels)
  const minute = Math.floor(useNow() / 60_000)
  return useMemo(() => proposedTimes(of, incident, panels, (minute + 1) * 60_000), [of, incident, panels, minute])
}
