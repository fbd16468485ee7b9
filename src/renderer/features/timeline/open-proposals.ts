import { useCallback, useRef } from 'react'
import type { Proposal } from '../../../shared/domain/proposal'
import type { TypedKind } from '../../../shared/domain/timeline'
import type { IncidentRecord } from '../../../shared/events/fold'
import { useCockpit } from '../../stores/cockpit'
import { useOpenProposals } from '../../stores/use-proposals'

export interface OpenProposals {
  /** Messages that were neither accepted nor dismissed, the pinned first, then the oldest. */
  readonly open: readonly Proposal[]
  readonly accept: (proposal: Proposal, kind: TypedKind) => void
  readonly dismiss: (proposal: Proposal) => void
}

/** Messages of the incident's chat that are not in its timeline. */
export function useProposals(record: IncidentRecord | undefined): OpenProposals {
  const { commands } = useCockpit()
  const open = useOpenProposals(record)
  // A second key press before the engine has answered means this message, not the next one.
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

/** Where it was written. */
export function proposalSource({ kind }: Proposal): string {
  return kind === 'page-note' ? 'PagerDuty' : 'Slack'
}
