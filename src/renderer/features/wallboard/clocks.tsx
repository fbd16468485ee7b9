import { usualChannel } from '../../../shared/domain/channels/channel-kinds'
import {
  type Deadline,
  deadlinesOf,
  nextOf,
  type RunningDeadline,
  reliefDue,
  runningDeadlines,
} from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'
import { phaseOf } from '../../../shared/domain/ladder'
import { type Channel, publishedTo } from '../../../shared/domain/update'
import { conditionText } from '../../../shared/events/decision-fields'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard } from '../../stores/cockpit'
import { audienceText } from '../../ui/audience-text'
import { useClockFace } from '../../ui/clock-face'
import { postponedText } from '../../ui/postponed-text'
import { clockText, spanText } from '../../ui/span-text'
import styles from './top-strip.module.css'

const text = texts.wall

/** The clocks that are always visible. */
const shown = ['checkpoint', 'update'] as const

/** What is due next: the team's checkpoint, and the customer update. */
export function WallboardClocks({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const clock = useClockFace()
  const channels = useBoard(board => board.channels)
  const heldAt = incident.checkpointsHeld.at(-1)?.heldAt
  const deadlines = deadlinesOf(incident)
  const tasks = runningDeadlines(incident)
    .filter(one => isListed(one, now))
    .slice(0, MOST_TASKS)
  const internal = nextOf(deadlines, 'internal-update')
  const off = postponedText(incident.checkpoint, now, clock.short)
  const notes = {
    checkpoint:
      off !== undefined
        ? off.text
        : heldAt === undefined
          ? text.noneHeld
          : t(text.lastHeld, { time: clock.short(heldAt) }),
    update: t(text.updateTo, { audience: audience(incident, channels) }),
  }
  return (
    <div className={styles.clocks}>
      {shown.map(kind => {
        const deadline = nextOf(deadlines, kind)
        return (
          deadline && (
            <Due
              key={kind}
              said={text.clocks[kind]}
              note={notes[kind]}
              isPaused={kind === 'checkpoint' && off?.isPaused === true}
              {...{ deadline, now }}
            />
          )
        )
      })}
      {off !== undefined && (
        <p className={styles.internal} dir="auto">
          {t(text.postponed, { reason: off.reason })}
        </p>
      )}
      <Target incident={incident} now={now} />
      <Relief incident={incident} now={now} />
      {internal !== undefined && internal.dueAt !== null && <Internal deadline={internal} now={now} />}
      {tasks.map(one =>
        one.kind === 'task' || one.kind === 'lead-report' ? (
          <Task key={one.id} deadline={one} now={now} />
        ) : (
          <WaitingDecision key={one.id} deadline={one} incident={incident} now={now} />
        ),
      )}
    </div>
  )
}

/** [UP9] One line, below the two that the whole room works by. */
function Internal({ deadline, now }: { readonly deadline: RunningDeadline; readonly now: Millis }) {
  const { dueAt, ladder, audience: to } = deadline
  const phase = phaseOf(ladder, dueAt - now)
  const said = phase === 'due' ? text.internalLate : text.internalSoon
  return (
    <p className={styles.internal} data-phase={phase} dir="auto">
      {t(said, { audience: audienceText(to ?? 'colleagues'), clock: clockText(Math.abs(dueAt - now)) })}
    </p>
  )
}

/** [RT3] The target that has been overdue the longest. */
function Target({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const late = runningDeadlines(incident).find(({ kind, dueAt }) => kind in text.targets && dueAt <= now)
  if (late === undefined) return null
  const { kind, ladder, dueAt } = late
  return (
    <p className={styles.internal} data-phase={phaseOf(ladder, dueAt - now)}>
      {t(text.targets[kind as keyof typeof text.targets], { clock: clockText(now - dueAt) })}
    </p>
  )
}

/** [FT1] The whole room sees that the IC needs relief, and who takes over: the name comes first, as the end may be cut. */
function Relief({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const due = reliefDue(incident, now)
  const { ic } = incident.roles
  if (due === undefined || ic === null) return null
  const [deputy] = due.backups
  const asks = deputy === undefined ? texts.bar : text.reliefBy
  const said = due.kind === 'relief' ? asks.relief : asks.reliefOverdue
  return (
    <p className={styles.internal} data-phase={phaseOf(due.ladder, due.dueAt - now)} dir="auto">
      {t(said, { who: ic.responder.name, span: spanText(now - ic.since), deputy: deputy?.name ?? '' })}
    </p>
  )
}

/** [RC2] Only urgent reports: each team always has a next one. */
function isListed({ kind, ladder, dueAt }: RunningDeadline, now: Millis): boolean {
  if (kind === 'lead-report') return phaseOf(ladder, dueAt - now) !== 'calm'
  return kind === 'task' || kind === 'objection' || kind === 'revisit'
}

/** More do not fit below the clocks; the pane has all of them. */
const MOST_TASKS = 3

/** [SG9] A running task, or a report: its owner, its text, and the time left. */
function Task({
  deadline: { kind, dueAt, ladder, owner, about },
  now,
}: {
  readonly deadline: RunningDeadline
  readonly now: Millis
}) {
  const phase = phaseOf(ladder, dueAt - now)
  const late = owner === null ? text.taskLateUnowned : text.taskLate
  const said = phase === 'due' ? late : text.taskSoon
  const clock = clockText(Math.abs(dueAt - now))
  const what = kind === 'lead-report' ? t(texts.bar.deadlines['lead-report'], { team: about ?? '' }) : (about ?? '')
  return (
    <p className={styles.internal} data-phase={phase} dir="auto">
      {t(said, { who: owner?.name ?? texts.bar.nobody, text: what, clock })}
    </p>
  )
}

/** [DN9] A decision that must be taken, or revisited, with what it is revisited for. */
function WaitingDecision({
  deadline: { id, kind, dueAt, ladder, about },
  incident: { decisions },
  now,
}: {
  readonly deadline: RunningDeadline
  readonly incident: Incident
  readonly now: Millis
}) {
  const phase = phaseOf(ladder, dueAt - now)
  const said = text.decisions[kind === 'revisit' ? 'revisit' : 'objection']
  const left = clockText(Math.abs(dueAt - now))
  const clock = phase === 'due' ? `+${left}` : left
  const condition = decisions.find(one => one.id === id)?.revisit?.condition
  const what =
    kind === 'revisit' && condition
      ? t(text.decisions.if, { text: about ?? '', condition: conditionText(condition) })
      : (about ?? '')
  return (
    <p className={styles.internal} data-phase={phase} dir="auto">
      {t(said, { clock, text: what })}
    </p>
  )
}

/** [UP7] The audience of the next customer update: that of the last update, else where updates can go. */
export function audience({ updates }: Pick<Incident, 'updates'>, channels: readonly Channel[]): string {
  const told = publishedTo('customers', updates).at(-1)
  const first = usualChannel(channels)
  return (told?.content.channel ?? first)?.label ?? texts.wall.customers
}

/** Letters of `+59:59`. */
const SHORT_CLOCK = 6

interface DueProps {
  readonly said: { readonly label: string; readonly soon: string; readonly late: string }
  readonly deadline: Deadline
  readonly note: string
  /** [CP12] Paused by a person: its clock does not run, and resumes by itself. */
  readonly isPaused: boolean
  readonly now: Millis
}

function Due({ said, deadline: { dueAt, ladder, pausedBecause }, note, isPaused, now }: DueProps) {
  const left = dueAt === null || isPaused ? null : dueAt - now
  const phase = left === null ? 'none' : phaseOf(ladder, left)
  const clock = isPaused
    ? texts.deadlines.pausedNow
    : left === null
      ? '–'
      : left <= 0
        ? `+${clockText(-left)}`
        : clockText(left)
  return (
    <div className={styles.due} data-phase={phase}>
      <p className={styles.label}>{phase === 'due' ? said.late : phase === 'none' ? said.label : said.soon}</p>
      <p className={styles.clock} data-long={clock.length > SHORT_CLOCK}>
        {clock}
      </p>
      <p className={styles.clocksNote}>{pausedBecause === null ? note : texts.deadlines.paused[pausedBecause]}</p>
    </div>
  )
}
