import { useMemo } from 'react'
import { entryOfProposal, openProposals, type Proposal } from '../../shared/domain/proposal'
import type { IncidentRecord } from '../../shared/events/fold'
import { useBoard } from './cockpit'

/** What was said in the incident's room and is not in its timeline: the pinned first, then the oldest. */
export function useOpenProposals(record: IncidentRecord | undefined): readonly Proposal[] {
  const read = useBoard(board => board.proposals)
  return useMemo(() => {
    if (read.length === 0 || record === undefined) return []
    // Not a set of all lines: there may be 100,000 of them, and a line comes every second.
    const asked = new Set<string>(read.map(entryOfProposal))
    const lines = new Set(record.timeline.flatMap(({ id }) => (asked.has(id) ? id : [])))
    return openProposals(record.incident, id => lines.has(id), read)
  }, [record, read])
}
