import { type Ladder, phaseOf } from '../../shared/domain/ladder'
import type { Millis } from '../../shared/lib/time'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import styles from './badges.module.css'
import { useClockFace } from './clock-face'
import { clockText } from './span-text'

export interface CountdownProps {
  readonly deadline: { readonly dueAt: Millis; readonly ladder: Ladder }
  /** The engine's now. */
  readonly now: Millis
  readonly size?: 'inline' | 'figure'
}

/** [CP6] Calm, amber as its ladder says, red from the moment it is due, then counting the time overdue. */
export function Countdown({ deadline: { dueAt, ladder }, now, size = 'inline' }: CountdownProps) {
  const clock = useClockFace()
  const left = dueAt - now
  return (
    <time
      className={styles.countdown}
      data-phase={phaseOf(ladder, left)}
      data-size={size}
      dateTime={new Date(dueAt).toISOString()}
      title={t(left <= 0 ? texts.ui.wasDue : texts.ui.due, { time: clock.full(dueAt) })}
    >
      {left <= 0 ? `+${clockText(-left)}` : clockText(left)}
    </time>
  )
}
