import { useCallback, useMemo, useRef } from 'react'
import { entryOfProposal, openProposals, type Proposal } from '../../../shared/domain/proposal'
import type { TypedKind } from '../../../shared/domain/timeline'
import type { IncidentRecord } from '../../../shared/events/fold'
import { useBoard, useCockpit } from '../../stores/cockpit'

export interface Proposals {
  /** Those that nobody has accepted or dismissed, the pinned first, then the oldest. */
  readonly open: readonly Proposal[]
  readonly accept: (proposal: Proposal, kind: TypedKind) => void
  readonly dismiss: (proposal: Proposal) => void
}

/** What was said in the incident's room and is not in its timeline. */
export function useProposals(record: IncidentRecord | undefined): Proposals {
  const { commands } = useCockpit()
  const read = useBoard(board => board.proposals)
  const open = useMemo(() => {
    if (read.length === 0 || record === undefined) return []
    // Not a set of all lines: there may be 100,000 of them, and a line comes every second.
    const asked = new Set<string>(read.map(entryOfProposal))
    const lines = new Set(record.timeline.flatMap(({ id }) => (asked.has(id) ? id : [])))
    return openProposals(record.incident, id => lines.has(id), read)
  }, [record, read])
  // A key that is pressed twice before the engine answered means this message, not the one behind it.
  const underWay = useRef(new Set<string>())
  const once = useCallback((id: string, act: () => Promise<unknown>) => {
    if (underWay.current.has(id)) return
    underWay.current.add(id)
    void act().finally(() => underWay.current.delete(id))
  }, [])
  const accept = useCallback(
    ({ id }: Proposal, kind: TypedKind) =>
      once(id, () => commands.send('timeline', 'proposals:accept', { proposal: id, kind })),
    [commands, once],
  )
  const dismiss = useCallback(
    ({ id }: Proposal) => once(id, () => commands.send('timeline', 'proposals:dismiss', { proposal: id })),
    [commands, once],
  )
  return { open, accept, dismiss }
}
