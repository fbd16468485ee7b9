import { type Deadline, type DeadlineKind, deadlineKinds, deadlinesOf, nextOf } from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'
import { phaseOf } from '../../../shared/domain/ladder'
import type { Millis } from '../../../shared/lib/time'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useBoard } from '../../stores/cockpit'
import { useClockFace } from '../../ui/clock-face'
import { sayClock } from '../../ui/say-span'
import { audience } from './audience'
import styles from './clocks.module.css'

const text = words.wall

/** What is due next: the team's own stop, and the word to customers. */
export function Clocks({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const clock = useClockFace()
  const channels = useBoard(board => board.channels)
  const heldAt = incident.checkpointsHeld.at(-1)?.heldAt
  const deadlines = deadlinesOf(incident)
  const notes: Readonly<Record<DeadlineKind, string>> = {
    checkpoint: heldAt === undefined ? text.noneHeld : say(text.lastHeld, { time: clock.short(heldAt) }),
    update: say(text.updateTo, { audience: audience(incident, channels) }),
  }
  return (
    <div className={styles.clocks}>
      {deadlineKinds
        .flatMap(kind => nextOf(deadlines, kind) ?? [])
        .map(deadline => (
          <Due
            key={deadline.kind}
            said={text.clocks[deadline.kind]}
            note={notes[deadline.kind]}
            {...{ deadline, now }}
          />
        ))}
    </div>
  )
}

/** Letters of `+59:59`. */
const SHORT_CLOCK = 6

interface DueProps {
  readonly said: { readonly label: string; readonly soon: string; readonly late: string }
  readonly deadline: Deadline
  readonly note: string
  readonly now: Millis
}

function Due({ said, deadline: { dueAt, ladder, pausedBecause }, note, now }: DueProps) {
  const left = dueAt === null ? null : dueAt - now
  const phase = left === null ? 'none' : phaseOf(ladder, left)
  const clock = left === null ? '–' : left <= 0 ? `+${sayClock(-left)}` : sayClock(left)
  return (
    <div className={styles.due} data-phase={phase}>
      <p className={styles.label}>{phase === 'due' ? said.late : phase === 'none' ? said.label : said.soon}</p>
      <p className={styles.clock} data-long={clock.length > SHORT_CLOCK}>
        {clock}
      </p>
      <p className={styles.note}>{pausedBecause === null ? note : words.deadlines.paused[pausedBecause]}</p>
    </div>
  )
}
