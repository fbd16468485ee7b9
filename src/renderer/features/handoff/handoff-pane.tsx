import { checkNamesText, type GapText, gapText } from '../../../shared/contract/gap-text'
import { waitingMessages } from '../../../shared/contract/waiting-messages'
import { type CheckName, type HandoffReview, reviewHandoff } from '../../../shared/domain/handoff-gaps'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useBoard, useCockpit, useEngineAway, useFault, useNow, useRecord, useSession } from '../../stores/cockpit'
import { useCommand } from '../../stores/use-command'
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
import styles from './handoff-pane.module.css'
import { Sources } from './sources'
import { useHandoff } from './use-handoff'

const text = texts.handoff

/** Gaps that the next commander would have to ask about, and the documents written so far. */
export function HandoffPane() {
  const incident = useRecord(record => record.incident)
  const review = useReview()
  const fault = useFault('handoff')
  const { commands } = useCockpit()
  const handoff = useHandoff()
  const waiting = useWaiting(handoff.writing)
  useCommand('handoff', handoff.write)
  return (
    <Pane
      {...panes.handoff}
      note={review && <GapCount review={review} />}
      aside={
        incident !== undefined && (
          <Button tone="bare" onClick={handoff.write} aria-disabled={handoff.writing || undefined}>
            <Trans
              text={handoff.writing ? text.writing : text.write}
              parts={{ key: <Key quiet>{keyOf('handoff')}</Key> }}
            />
          </Button>
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
        <WhileNoIncident none={text.none}>
          {title => <EmptyState title={title}>{text.noneHow}</EmptyState>}
        </WhileNoIncident>
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

/** [GC1] The review as of now, with the undecided messages that this page knows of. */
function useReview(): HandoffReview | undefined {
  const record = useRecord(known => known)
  const open = useOpenProposals(record).length
  const feeds = useBoard(board => board.feeds)
  const now = useNow()
  const away = useEngineAway()
  const problems = useSession(session => session.recordProblems)
  if (record === undefined) return undefined
  const held = problems.flatMap(one => (one.kind === 'held' && one.incident === record.incident.id ? [one] : []))
  const messages = waitingMessages(open, feeds, now)
  // Whether more came meanwhile this screen does not know.
  return reviewHandoff({ incident: record.incident, now, messages: away && messages === 0 ? 'unread' : messages, held })
}

function GapCount({ review: { gaps, notLookedAt } }: { readonly review: HandoffReview }) {
  if (gaps.length === 0) return notLookedAt.length === 0 ? text.noGapsShort : text.noGapsPartly
  return <span className={styles.count}>{tCount(text.gaps, gaps.length)}</span>
}

function Gaps({ review: { gaps, lookedAt, notLookedAt } }: { readonly review: HandoffReview }) {
  return (
    <>
      {gaps.length === 0 ? (
        <p className={styles.whole}>{text.noGaps}</p>
      ) : (
        <ul className={styles.gaps} aria-label={text.missing}>
          {gaps.map(gap => {
            const said = gapText(gap, texts.handoffGaps, spanText)
            return <Gap key={said.name} gap={said} />
          })}
        </ul>
      )}
      <LookedAt text={texts.handoffGaps.lookedAt} checks={lookedAt} />
      {notLookedAt.length > 0 && <LookedAt text={texts.handoffGaps.notLookedAt} checks={notLookedAt} />}
    </>
  )
}

function LookedAt({ text: said, checks }: { readonly text: string; readonly checks: readonly CheckName[] }) {
  return <p className={styles.looked}>{t(said, { checks: checkNamesText(checks, texts.handoffGaps) })}</p>
}

function Gap({ gap: { name, advice } }: { readonly gap: GapText }) {
  return (
    <li className={styles.gap} title={advice}>
      <p className={styles.name}>{name}</p>
      <p className={styles.advice}>{advice}</p>
    </li>
  )
}
