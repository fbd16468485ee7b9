import { checkNamesText, gapText } from '../../../shared/contract/gap-text'
import { waitingMessages } from '../../../shared/contract/waiting-messages'
import { knownOf, reviewHandoff } from '../../../shared/domain/handoff-gaps'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useFault, useRecord } from '../../stores/cockpit'
import { useCommand } from '../../stores/use-command'
import { useDerived } from '../../stores/use-derived'
import { useOpenProposals } from '../../stores/use-proposals'
import { useWaiting } from '../../stores/use-waiting'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { spanText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import { Documents } from './documents'
import { gapWay } from './gap-key'
import { Gaps, type ReviewText } from './gaps'
import styles from './handoff-pane.module.css'
import { Sources } from './sources'
import { useHandoff } from './use-handoff'

const text = texts.handoff

/** Gaps that the next commander would have to ask about, and the documents written so far. */
export function HandoffPane() {
  const incident = useRecord(record => record.incident)
  const review = useReview()
  const fault = useFault('handoff')
  const { commands, focus } = useCockpit()
  const handoff = useHandoff()
  const waiting = useWaiting(handoff.writing)
  useCommand('handoff', handoff.write)
  return (
    <Pane
      {...panes.handoff}
      note={review && <GapCount review={review} />}
      aside={
        incident !== undefined && (
          <>
            <Button tone="bare" onClick={() => focus.request('export')}>
              <Trans text={text.export} parts={{ key: <Key quiet>{keyOf('export')}</Key> }} />
            </Button>
            <Button tone="bare" onClick={handoff.write} aria-disabled={handoff.writing || undefined}>
              <Trans
                text={handoff.writing ? text.writing : text.write}
                parts={{ key: <Key quiet>{keyOf('handoff')}</Key> }}
              />
            </Button>
          </>
        )
      }
      footer={
        waiting ? (
          <FaultNote fault={waiting} />
        ) : (
          fault && <FaultNote fault={fault} onDismiss={() => commands.dismiss('handoff')} />
        )
      }
    >
      {incident === undefined || review === undefined ? (
        <WhileNoIncident>{({ title }) => <EmptyState title={title}>{text.noneHow}</EmptyState>}</WhileNoIncident>
      ) : (
        <>
          <Documents incident={incident} handoff={handoff} />
          <Gaps review={review} />
          <Sources />
        </>
      )}
    </Pane>
  )
}

/** [GC1] The current review, with the undecided messages that this page knows of: as text, which seldom changes. */
function useReview(): ReviewText | undefined {
  const { incident, board, now: clock, session } = useCockpit()
  const open = useOpenProposals(useRecord(known => known)).length
  return useDerived([incident, board, clock, session], () => {
    const record = incident.getState().record
    if (record === undefined) return undefined
    const { now, away } = clock.getState()
    const problems = session.getState().recordProblems
    const held = problems.flatMap(one => (one.kind === 'held' && one.incident === record.incident.id ? [one] : []))
    const messages = waitingMessages(open, board.getState().feeds, now)
    // This window does not know whether more arrived in the meantime.
    const known = away && messages === 0 ? 'unread' : messages
    const review = reviewHandoff({ incident: record.incident, now, messages: known, held })
    const { gaps, lookedAt, notLookedAt } = review
    return {
      ...knownOf(review),
      gaps: gaps.map(gap => ({ ...gapText(gap, texts.handoffGaps, spanText), way: gapWay(gap) })),
      lookedAt: checkNamesText(lookedAt, texts.handoffGaps),
      notLookedAt: notLookedAt.length === 0 ? null : checkNamesText(notLookedAt, texts.handoffGaps),
    }
  })
}

function GapCount({ review: { gaps, notLookedAt } }: { readonly review: ReviewText }) {
  if (gaps.length === 0) return notLookedAt === null ? text.noGapsShort : text.noGapsPartly
  return <span className={styles.count}>{tCount(text.gaps, gaps.length)}</span>
}
