import { answerText, type HeldCheckpoint } from '../../../shared/domain/checkpoint'
import { deadlinesOf, nextOf } from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'
import { phaseOf } from '../../../shared/domain/ladder'
import { actorName } from '../../../shared/domain/people'
import type { Millis } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useFault, useNow, useRecord } from '../../stores/cockpit'
import { openedBy } from '../../stores/opened-by'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Countdown } from '../../ui/countdown'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { onDemand } from '../../ui/on-demand'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { postponedText } from '../../ui/postponed-text'
import { spanText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import { Afterwards } from './afterwards'
import styles from './checkpoint-pane.module.css'

const text = texts.checkpoint
const CheckpointDialog = openedBy(
  'checkpoint',
  onDemand(async () => (await import('./checkpoint-dialog')).CheckpointDialog, 'first'),
)

const PostponeDialog = openedBy(
  'postpone',
  onDemand(async () => (await import('./postpone-dialog')).PostponeDialog),
)

/** Checkpoints: when the next one is due, what the last one decided, and the form that holds one. */
export function CheckpointPane() {
  const clock = useClockFace()
  const { commands, focus } = useCockpit()
  const fault = useFault('checkpoint')
  const incident = useRecord(record => record.incident)
  const now = useNow()
  const checkpoint = incident?.checkpoint
  const off = checkpoint && postponedText(checkpoint, now, clock.short)
  const deadline = incident && nextOf(deadlinesOf(incident), 'checkpoint')
  const phase =
    deadline === undefined || deadline.dueAt === null ? 'calm' : phaseOf(deadline.ladder, deadline.dueAt - now)
  return (
    <Pane {...panes.checkpoint} scroll={false} tone={tones[phase]} note={heldNote(incident)}>
      {deadline === undefined ? (
        <WhileNoIncident>{({ title }) => <EmptyState title={title}>{text.none}</EmptyState>}</WhileNoIncident>
      ) : deadline.dueAt === null ? (
        <EmptyState title={text.off[deadline.pausedBecause]} />
      ) : (
        <div className={styles.next}>
          <div className={styles.due}>
            {off?.isPaused ? (
              <span className={styles.paused}>{texts.deadlines.pausedNow}</span>
            ) : (
              <Countdown deadline={deadline} now={now} size="figure" />
            )}
            <span className={styles.at} dir="auto">
              {off?.text ?? t(phase === 'due' ? text.wasDue : text.due, { time: clock.short(deadline.dueAt) })}
            </span>
          </div>
          <Button tone="bare" onClick={() => focus.request('postpone')}>
            <Trans
              text={off?.isPaused ? text.resume : text.postpone}
              parts={{ key: <Key quiet>{keyOf('postpone')}</Key> }}
            />
          </Button>
          <Button tone={phase === 'calm' ? 'plain' : 'primary'} onClick={() => focus.request('checkpoint')}>
            <Trans text={text.hold} parts={{ key: <Key quiet>{keyOf('checkpoint')}</Key> }} />
          </Button>
        </div>
      )}
      {incident !== undefined && <LastHeld incident={incident} now={now} />}
      {incident !== undefined && <Afterwards incident={incident} now={now} />}
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('checkpoint')} />
      {checkpoint?.state === 'waiting' && incident !== undefined && (
        <>
          <CheckpointDialog checkpoint={checkpoint.id} incident={incident} />
          <PostponeDialog checkpoint={checkpoint} />
        </>
      )}
    </Pane>
  )
}

const tones = { calm: 'plain', soon: 'warn', due: 'bad' } as const

function heldNote(incident: Incident | undefined): string | undefined {
  const count = incident?.checkpointsHeld.length ?? 0
  return count === 0 ? undefined : tCount(text.held, count)
}

function LastHeld({ incident, now }: { incident: Incident; now: Millis }) {
  const last: HeldCheckpoint | undefined = incident.checkpointsHeld.at(-1)
  if (last === undefined) return null
  const trying = answerText(last, 'trying')
  return (
    <p className={styles.last}>
      <Trans
        text={text.last}
        parts={{
          verdict: <strong className={styles.verdict}>{text.decided[last.verdict]}</strong>,
          span: spanText(now - last.heldAt),
          name: <bdi>{actorName(last.by)}</bdi>,
        }}
      />
      {trying !== '' && (
        <span className={styles.trying} dir="auto" title={trying}>
          {trying}
        </span>
      )}
    </p>
  )
}
