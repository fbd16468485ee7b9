import type { Incident } from '../../../shared/domain/incident'
import { clockSpan, HOUR, type Millis } from '../../../shared/lib/time'
import { useBoard } from '../../stores/cockpit'
import { useClockFace } from '../../ui/clock-face'
import { countdownPhase } from '../../ui/countdown'
import { audience } from './audience'
import styles from './clocks.module.css'

/** What is due next: the team's own stop, and the word to customers. */
export function Clocks({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const clock = useClockFace()
  const channels = useBoard(board => board.channels)
  const { checkpoint, checkpointsHeld, nextUpdateDueAt } = incident
  const heldAt = checkpointsHeld.at(-1)?.heldAt
  return (
    <div className={styles.clocks}>
      <Due
        label="Next checkpoint"
        late="Checkpoint overdue"
        dueAt={checkpoint.state === 'waiting' ? checkpoint.dueAt : null}
        note={heldAt === undefined ? 'none held yet' : `last ${clock.short(heldAt)}`}
        now={now}
      />
      <Due
        label="Customer update"
        late="Update overdue"
        dueAt={nextUpdateDueAt}
        note={`to ${audience(incident, channels)}`}
        now={now}
      />
    </div>
  )
}

interface DueProps {
  readonly label: string
  readonly late: string
  readonly dueAt: Millis | null
  readonly note: string
  readonly now: Millis
}

function Due({ label, late, dueAt, note, now }: DueProps) {
  const left = dueAt === null ? null : dueAt - now
  const phase = left === null ? 'none' : countdownPhase(left)
  return (
    <div className={styles.due} data-phase={phase}>
      <p className={styles.label}>{phase === 'due' ? late : phase === 'none' ? label : `${label} in`}</p>
      <p className={styles.clock} data-hours={left !== null && Math.abs(left) >= HOUR}>
        {left === null ? '–' : left <= 0 ? `+${clockSpan(-left)}` : clockSpan(left)}
      </p>
      <p className={styles.note}>{note}</p>
    </div>
  )
}
