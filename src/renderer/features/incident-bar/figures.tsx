import type { ReactNode } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { clockSpan, type Millis } from '../../../shared/lib/time'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useClockFace } from '../../ui/clock-face'
import { Countdown, countdownPhase } from '../../ui/countdown'
import { saySpan } from '../../ui/say-span'
import styles from './figures.module.css'

const text = words.bar

/** The figures at the right of the bar: elapsed, commander, what is due. */
export function Figures({ incident, now }: { incident: Incident; now: Millis }) {
  const clock = useClockFace()
  const { checkpoint, nextUpdateDueAt, roles, declaredAt, resolvedAt } = incident
  const checkpointAt = checkpoint.state === 'waiting' ? checkpoint.dueAt : null
  return (
    <dl className={styles.figures}>
      <Figure
        label={resolvedAt === null ? text.elapsed : text.lasted}
        note={say(text.since, { time: clock.short(declaredAt) })}
      >
        <span className={styles.elapsed}>{clockSpan((resolvedAt ?? now) - declaredAt)}</span>
      </Figure>
      <Figure
        label={text.commander}
        phase={roles.ic === null ? 'due' : 'calm'}
        note={
          roles.ic === null
            ? text.assign
            : say(text.commanderFor, { span: saySpan((resolvedAt ?? now) - roles.ic.since) })
        }
      >
        <span className={styles.name} dir="auto">
          {roles.ic?.responder.name ?? text.nobody}
        </span>
      </Figure>
      <Due
        label={text.checkpoint}
        dueAt={checkpointAt}
        now={now}
        none={resolvedAt === null ? text.noCheckpoint : text.over}
      />
      <Due label={text.update} dueAt={nextUpdateDueAt} now={now} none={text.noUpdate} />
    </dl>
  )
}

function Due({ label, dueAt, now, none }: { label: string; dueAt: Millis | null; now: Millis; none: string }) {
  const clock = useClockFace()
  if (dueAt === null) {
    return (
      <Figure label={label} note={none}>
        <span className={styles.none}>–</span>
      </Figure>
    )
  }
  const phase = countdownPhase(dueAt - now)
  const note = say(phase === 'due' ? text.wasDue : text.due, { time: clock.short(dueAt) })
  return (
    <Figure label={label} phase={phase} note={note}>
      <Countdown dueAt={dueAt} now={now} size="figure" />
    </Figure>
  )
}

interface FigureProps {
  readonly label: string
  readonly note: string
  readonly phase?: 'calm' | 'soon' | 'due'
  readonly children: ReactNode
}

function Figure({ label, note, phase = 'calm', children }: FigureProps) {
  return (
    <div className={styles.figure} data-phase={phase}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
      <dd className={styles.note}>{note}</dd>
    </div>
  )
}
