import { Pin } from 'lucide-react'
import type { Proposal } from '../../../shared/domain/proposal'
import { typedKinds } from '../../../shared/domain/timeline'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { Trans } from '../../ui/trans'
import { type OpenProposals, proposalSource } from './open-proposals'
import styles from './proposal-strip.module.css'

/** Every message that may belong in the timeline. */
export function ProposalsDialog({ opened, onClose, proposals }: DialogPart & { readonly proposals: OpenProposals }) {
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.proposals.title} width={720}>
      <ProposalList proposals={proposals} />
    </Dialog>
  )
}

/** More than these are not decided in one go; the next ones appear as they are decided. */
const MOST_SHOWN = 50

/** Every open proposal, each with the kinds of line that it can become. */
function ProposalList({ proposals }: { proposals: OpenProposals }) {
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
