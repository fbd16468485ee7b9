import type { ReactNode } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { clockSpan, type Millis, roughSpan } from '../../../shared/lib/time'
import { useClockFace } from '../../ui/clock-face'
import { Countdown, countdownPhase } from '../../ui/countdown'
import styles from './figures.module.css'

/** The figures at the right of the bar: elapsed, commander, what is due. */
export function Figures({ incident, now }: { incident: Incident; now: Millis }) {
  const clock = useClockFace()
  const { checkpoint, nextUpdateDueAt, roles, declaredAt, resolvedAt } = incident
  const checkpointAt = checkpoint.state === 'waiting' ? checkpoint.dueAt : null
  return (
    <dl className={styles.figures}>
      <Figure label={resolvedAt === null ? 'Elapsed' : 'Lasted'} note={`since ${clock.short(declaredAt)}`}>
        <span className={styles.elapsed}>{clockSpan((resolvedAt ?? now) - declaredAt)}</span>
      </Figure>
      <Figure
        label="Commander"
        phase={roles.ic === null ? 'due' : 'calm'}
        note={roles.ic === null ? 'assign with a' : `for ${roughSpan((resolvedAt ?? now) - roles.ic.since)}`}
      >
        <span className={styles.name} dir="auto">
          {roles.ic?.responder.name ?? 'Nobody'}
        </span>
      </Figure>
      <Due label="Next checkpoint" dueAt={checkpointAt} now={now} none={resolvedAt === null ? 'off' : 'over'} />
      <Due label="Customer update" dueAt={nextUpdateDueAt} now={now} none="none promised" />
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
  const at = clock.short(dueAt)
  return (
    <Figure label={label} phase={phase} note={phase === 'due' ? `was due ${at}` : `due ${at}`}>
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
