import { Pin } from 'lucide-react'
import { useCallback } from 'react'
import type { Proposal } from '../../../shared/domain/proposal'
import { useBoard } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { useOpened } from '../../stores/use-opened'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { Key } from '../../ui/key'
import { ProposalList, placeOf } from './proposal-list'
import styles from './proposal-strip.module.css'
import type { Proposals } from './use-proposals'

/**
 * The next message that may belong in the timeline, with the keys that decide. As high without one as with one, so that
 * the line below stays where it is; nothing in it takes the focus.
 */
export function ProposalStrip({ proposals }: { proposals: Proposals }) {
  const reads = useBoard(board => board.feeds.some(({ what }) => what === 'proposals'))
  const { opened, close } = useOpened('proposals')
  const next = proposals.open[0]
  if (!reads && next === undefined) return null
  return (
    <section className={styles.strip} aria-label="Proposals">
      {next === undefined ? (
        <p className={styles.none}>Messages and notes · nothing waits to be written down</p>
      ) : (
        <NextProposal next={next} more={proposals.open.length - 1} proposals={proposals} />
      )}
      <Dialog opened={opened} onClose={close} title="Proposed for the timeline" width={720}>
        <ProposalList proposals={proposals} />
      </Dialog>
    </section>
  )
}

interface NextProps {
  readonly next: Proposal
  readonly more: number
  readonly proposals: Proposals
}

function NextProposal({ next, more, proposals: { accept, dismiss } }: NextProps) {
  const clock = useClockFace()
  const take = useCallback(() => accept(next, 'note'), [accept, next])
  const drop = useCallback(() => dismiss(next), [dismiss, next])
  useFocusRequest('proposal-accept', take)
  useFocusRequest('proposal-dismiss', drop)
  return (
    <>
      <p className={styles.words} title={next.text}>
        {next.pinned && <Pin size={12} aria-label="pinned" className={styles.pin} />}
        {placeOf(next)} · <bdi className={styles.author}>{next.author}</bdi> {clock.full(next.at)} ·{' '}
        <bdi>{next.text}</bdi>
      </p>
      <span className={styles.keys}>
        <button type="button" tabIndex={-1} className={styles.key} onClick={take}>
          <Key quiet>y</Key> accept
        </button>
        <button type="button" tabIndex={-1} className={styles.key} onClick={drop}>
          <Key quiet>j</Key> dismiss
        </button>
        <ListHint more={more} />
      </span>
    </>
  )
}

function ListHint({ more }: { more: number }) {
  return (
    <span className={styles.more}>
      <Key>l</Key> {more === 0 ? 'opens it' : `${more} more`}
    </span>
  )
}
