import { useMemo } from 'react'
import type { Incident } from '../../shared/domain/incident'
import { entryOfProposal, openProposals, type Proposal } from '../../shared/domain/proposal'
import { proposedTimes } from '../../shared/domain/proposed-times'
import type { ProposedTime, TurningPoint } from '../../shared/domain/stated-time'
import type { IncidentRecord } from '../../shared/events/fold'
import { useBoard, useNow } from './cockpit'

/** [BE2] Start times suggested by charts, alerts and our own requests. Computed where shown, since panels change often. */
export function useProposedTimes(of: TurningPoint, incident: Incident): readonly ProposedTime[] {
  const panels = useBoard(board => board.panels)
  const minute = Math.floor(useNow() / 60_000)
  return useMemo(() => proposedTimes(of, incident, panels, (minute + 1) * 60_000), [of, incident, panels, minute])
}

/** Messages of the incident's chat that are not in the timeline: pinned ones first, then the oldest. */
export function useOpenProposals(record: IncidentRecord | undefined): readonly Proposal[] {
  const read = useBoard(board => board.proposals)
  return useMemo(() => {
    if (read.length === 0 || record === undefined) return []
    // No set of all lines: there may be 100,000 of them, and this runs for each new one.
    const asked = new Set<string>(read.map(entryOfProposal))
    const lines = new Set(record.timeline.flatMap(({ id }) => (asked.has(id) ? id : [])))
    return openProposals(record.incident, id => lines.has(id), read)
  }, [record, read])
}
