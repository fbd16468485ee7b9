import type { ReactNode } from 'react'
import {
  type Deadline,
  type DeadlineKind,
  deadlinesOf,
  nextOf,
  type PausedDeadline,
} from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'
import { phaseOf } from '../../../shared/domain/ladder'
import { awaitsResolution } from '../../../shared/domain/update'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { CommandId } from '../../commands/command-list'
import { useCockpit, useNow } from '../../stores/cockpit'
import { useClockFace } from '../../ui/clock-face'
import { Countdown } from '../../ui/countdown'
import { postponedText } from '../../ui/postponed-text'
import { clockText, spanText } from '../../ui/span-text'
import styles from './figures.module.css'

const text = texts.bar

/** The clocks that are always visible. */
const clocks = [
  { kind: 'checkpoint', opens: 'checkpoint' },
  { kind: 'update', opens: 'comms' },
] as const satisfies readonly { readonly kind: DeadlineKind; readonly opens: CommandId }[]

/** The figures at the right of the bar: elapsed time, IC, what is due. */
export function Figures({ incident }: { incident: Incident }) {
  const now = useNow()
  const clock = useClockFace()
  const { roles, declaredAt, resolvedAt } = incident
  const deadlines = deadlinesOf(incident)
  return (
    <div className={styles.figures}>
      <Figure
        opens="jump"
        hint={text.opens.elapsed}
        label={resolvedAt === null ? text.elapsed : text.lasted}
        note={t(text.since, { time: clock.short(declaredAt) })}
      >
        <span className={styles.elapsed}>{clockText((resolvedAt ?? now) - declaredAt)}</span>
      </Figure>
      <Figure
        opens="assign"
        hint={text.opens.commander}
        label={text.commander}
        phase={roles.ic === null ? 'due' : 'calm'}
        note={
          roles.ic === null
            ? text.assign
            : t(text.commanderFor, { span: spanText((resolvedAt ?? now) - roles.ic.since) })
        }
      >
        <span className={styles.name} dir="auto">
          {roles.ic?.responder.name ?? text.nobody}
        </span>
      </Figure>
      {clocks.map(({ kind, opens }) => {
        const deadline = nextOf(deadlines, kind)
        if (deadline === undefined) return null
        return (
          <Due
            key={kind}
            hint={text.opens[kind]}
            label={text.deadlines[kind]}
            {...{ opens, incident, deadline, now }}
          />
        )
      })}
    </div>
  )
}

interface DueProps extends Pick<FigureProps, 'label' | 'opens' | 'hint'> {
  readonly incident: Incident
  readonly deadline: Deadline
  readonly now: Millis
}

function Due({ incident, deadline, now, ...rest }: DueProps) {
  const clock = useClockFace()
  if (deadline.dueAt === null) {
    return (
      <Figure {...rest} note={pausedNote(deadline, incident)}>
        <span className={styles.none}>–</span>
      </Figure>
    )
  }
  const phase = phaseOf(deadline.ladder, deadline.dueAt - now)
  const off = deadline.kind === 'checkpoint' ? postponedText(incident.checkpoint, now, clock.short) : undefined
  if (off?.isPaused)
    return (
      <Figure {...rest} note={off.text}>
        <span className={styles.none}>{texts.deadlines.pausedNow}</span>
      </Figure>
    )
  const note = t(phase === 'due' ? text.wasDue : text.due, { time: clock.short(deadline.dueAt) })
  return (
    <Figure {...rest} phase={phase} note={off?.text ?? note}>
      <Countdown deadline={deadline} now={now} size="figure" />
    </Figure>
  )
}

/** [CM21] [CP6] Why nothing is due. */
function pausedNote({ kind, pausedBecause }: PausedDeadline, { updates }: Incident): string {
  if (kind === 'update' && pausedBecause === 'resolved' && awaitsResolution(updates)) return text.notTold
  return texts.deadlines.paused[pausedBecause]
}

interface FigureProps {
  readonly label: string
  readonly note: string
  /** What a press on it opens. */
  readonly opens: CommandId
  /** `{what}` is its label. */
  readonly hint: string
  readonly phase?: 'calm' | 'soon' | 'due'
  readonly children: ReactNode
}

function Figure({ label, note, opens, hint, phase = 'calm', children }: FigureProps) {
  const { focus } = useCockpit()
  return (
    <button
      type="button"
      className={styles.figure}
      data-phase={phase}
      title={t(hint, { what: label })}
      onClick={() => focus.request(opens)}
    >
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{children}</span>
      <span className={styles.note} dir="auto">
        {note}
      </span>
    </button>
  )
}
