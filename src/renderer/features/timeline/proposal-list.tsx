import { Pin } from 'lucide-react'
import type { Proposal } from '../../../shared/domain/proposal'
import { typedKinds } from '../../../shared/domain/timeline'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Trans } from '../../ui/trans'
import styles from './proposal-strip.module.css'
import type { Proposals } from './use-proposals'

/** More than these nobody decides at one sitting; the next ones come as they are decided. */
const MOST_SHOWN = 50

/** Every open proposal, each with the kinds of line that it can become. */
export function ProposalList({ proposals }: { proposals: Proposals }) {
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
export function placeOf({ kind }: Proposal): string {
  return kind === 'page-note' ? 'PagerDuty' : 'Slack'
}

function ProposalItem({ proposal, proposals }: { proposal: Proposal; proposals: Proposals }) {
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
            place: placeOf(proposal),
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
