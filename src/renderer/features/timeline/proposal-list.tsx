import { Pin } from 'lucide-react'
import { useCallback, useRef } from 'react'
import type { Proposal } from '../../../shared/domain/proposal'
import { type TypedKind, typedKinds } from '../../../shared/domain/timeline'
import type { IncidentRecord } from '../../../shared/events/fold'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { useOpenProposals } from '../../stores/use-proposals'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Trans } from '../../ui/trans'
import styles from './proposal-strip.module.css'

export interface OpenProposals {
  /** Those that nobody has accepted or dismissed, the pinned first, then the oldest. */
  readonly open: readonly Proposal[]
  readonly accept: (proposal: Proposal, kind: TypedKind) => void
  readonly dismiss: (proposal: Proposal) => void
}

/** What was said in the incident's room and is not in its timeline. */
export function useProposals(record: IncidentRecord | undefined): OpenProposals {
  const { commands } = useCockpit()
  const open = useOpenProposals(record)
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

/** More than these nobody decides at one sitting; the next ones come as they are decided. */
const MOST_SHOWN = 50

/** Every open proposal, each with the kinds of line that it can become. */
export function ProposalList({ proposals }: { proposals: OpenProposals }) {
  const { open } = proposals
  if (open.length === 0) return <p className={styles.none}>{texts.proposals.noneInList}</p>
  return (
    <>
      <ul className={styles.list}>
        {open.slice(0, MOST_SHOWN).map(proposal => (
          <ProposalItem key={proposal.id} proposal={proposal} proposals={proposals} />
        ))}
      </ul>
      {open.length > MOST_SHOWN && (
        <p className={styles.none}>{tCount(texts.proposals.moreInList, open.length - MOST_SHOWN)}</p>
      )}
    </>
  )
}

/** Where it was said. */
export function proposalSource({ kind }: Proposal): string {
  return kind === 'page-note' ? 'PagerDuty' : 'Slack'
}

function ProposalItem({ proposal, proposals }: { proposal: Proposal; proposals: OpenProposals }) {
  const clock = useClockFace()
  const { author, text, at, pinned } = proposal
  return (
    <li className={styles.item}>
      <p className={styles.said}>
        {pinned && <Pin size={12} aria-label={texts.timeline.pinned} className={styles.pin} />}
        <Trans
          text={texts.proposals.said}
          parts={{
            author: <bdi className={styles.author}>{author}</bdi>,
            place: proposalSource(proposal),
            time: clock.full(at),
          }}
        />
        <span className={styles.text} dir="auto">
          {text}
        </span>
      </p>
      <div className={styles.choices}>
        {typedKinds.map(kind => (
          <Button key={kind} tone="bare" onClick={() => proposals.accept(proposal, kind)}>
            {texts.timeline.kinds[kind]}
          </Button>
        ))}
        <Button tone="bare" onClick={() => proposals.dismiss(proposal)}>
          {texts.proposals.dismiss}
        </Button>
      </div>
    </li>
  )
}
