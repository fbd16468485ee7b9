import { checkNamesText, type GapText, gapText } from '../../../shared/contract/gap-text'
import { waitingMessages } from '../../../shared/contract/waiting-messages'
import { reviewHandoff } from '../../../shared/domain/handoff-gaps'
import { t, tCount } from '../../../shared/texts/t'
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
import textStyles from '../../ui/text.module.css'
import { Trans } from '../../ui/trans'
import { Documents } from './documents'
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

interface ReviewText {
  readonly gaps: readonly GapText[]
  /** What was checked, and what could not be; null: nothing was. */
  readonly lookedAt: string
  readonly notLookedAt: string | null
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
    const { gaps, lookedAt, notLookedAt } = reviewHandoff({ incident: record.incident, now, messages: known, held })
    return {
      gaps: gaps.map(gap => gapText(gap, texts.handoffGaps, spanText)),
      lookedAt: checkNamesText(lookedAt, texts.handoffGaps),
      notLookedAt: notLookedAt.length === 0 ? null : checkNamesText(notLookedAt, texts.handoffGaps),
    }
  })
}

function GapCount({ review: { gaps, notLookedAt } }: { readonly review: ReviewText }) {
  if (gaps.length === 0) return notLookedAt === null ? text.noGapsShort : text.noGapsPartly
  return <span className={styles.count}>{tCount(text.gaps, gaps.length)}</span>
}

function Gaps({ review: { gaps, lookedAt, notLookedAt } }: { readonly review: ReviewText }) {
  return (
    <>
      {gaps.length === 0 ? (
        <p className={styles.whole}>{text.noGaps}</p>
      ) : (
        <ul className={styles.gaps} aria-label={text.missing}>
          {gaps.map(gap => (
            <Gap key={gap.name} gap={gap} />
          ))}
        </ul>
      )}
      <p className={styles.looked}>{t(texts.handoffGaps.lookedAt, { checks: lookedAt })}</p>
      {notLookedAt !== null && (
        <p className={styles.looked}>{t(texts.handoffGaps.notLookedAt, { checks: notLookedAt })}</p>
      )}
    </>
  )
}

function Gap({ gap: { name, advice } }: { readonly gap: GapText }) {
  return (
    <li className={styles.gap} title={advice}>
      <p className={styles.name}>{name}</p>
      <p className={textStyles.quiet}>{advice}</p>
    </li>
  )
}
