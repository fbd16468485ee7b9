import { Pin } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { Proposal } from '../../../shared/domain/proposal'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useEngineAway } from '../../stores/cockpit'
import { useCommand, useOpened } from '../../stores/use-command'
import { useClockFace } from '../../ui/clock-face'
import { Key } from '../../ui/key'
import { onDemand } from '../../ui/on-demand'
import { Trans, TransCount } from '../../ui/trans'
import { type OpenProposals, proposalSource } from './open-proposals'
import styles from './proposal-strip.module.css'

const text = texts.proposals

const ProposalsDialog = onDemand(async () => (await import('./proposals-dialog')).ProposalsDialog)

/**
 * The next message that may belong in the timeline, with the keys that decide. It has the same height without one, so
 * that the line below does not move; nothing in it takes the focus.
 */
export function ProposalStrip({ proposals }: { proposals: OpenProposals }) {
  const { opened, close } = useOpened('proposals')
  const next = proposals.open[0]
  const away = useEngineAway()
  return (
    <section className={styles.strip} aria-label={text.name}>
      {next === undefined ? (
        <p className={styles.none}>{away ? text.noneKnown : text.none}</p>
      ) : (
        <NextProposal key={next.id} next={next} more={proposals.open.length - 1} proposals={proposals} />
      )}
      <ProposalsDialog opened={opened} onClose={close} proposals={proposals} />
    </section>
  )
}

interface NextProps {
  readonly next: Proposal
  readonly more: number
  readonly proposals: OpenProposals
}

function NextProposal({ next, more, proposals: { accept, dismiss } }: NextProps) {
  const clock = useClockFace()
  const [whole, setWhole] = useState(false)
  const take = useCallback(() => accept(next, 'note'), [accept, next])
  const drop = useCallback(() => dismiss(next), [dismiss, next])
  useCommand('proposal-accept', take)
  useCommand('proposal-dismiss', drop)
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles.words}
        data-whole={whole || undefined}
        aria-expanded={whole}
        title={whole ? text.fold : text.showAll}
        onClick={() => setWhole(!whole)}
      >
        {next.pinned && <Pin size={12} aria-label={texts.timeline.pinned} className={styles.pin} />}
        <Trans
          text={text.next}
          parts={{
            place: proposalSource(next),
            author: <bdi className={styles.author}>{next.author}</bdi>,
            time: clock.full(next.at),
            text: <bdi>{next.text}</bdi>,
          }}
        />
      </button>
      <span className={styles.keys}>
        <button type="button" tabIndex={-1} className={styles.key} onClick={take}>
          <Trans text={text.accept} parts={{ key: <Key quiet>{keyOf('proposal-accept')}</Key> }} />
        </button>
        <button type="button" tabIndex={-1} className={styles.key} onClick={drop}>
          <Trans text={text.drop} parts={{ key: <Key quiet>{keyOf('proposal-dismiss')}</Key> }} />
        </button>
        <ListHint more={more} />
      </span>
    </>
  )
}

function ListHint({ more }: { more: number }) {
  const key = <Key>{keyOf('proposals')}</Key>
  return (
    <span className={styles.more}>
      {more === 0 ? (
        <Trans text={text.open} parts={{ key }} />
      ) : (
        <TransCount forms={text.more} count={more} parts={{ key }} />
      )}
    </span>
  )
}
