import { MINUTE, type Millis } from '../../shared/lib/time'
import { say } from '../../shared/words/say'
import { words } from '../../shared/words/words'
import { useClockFace } from './clock-face'
import styles from './countdown.module.css'
import { sayClock } from './say-span'

/** From this far before it is due a countdown asks for attention. */
export const COUNTDOWN_SOON: Millis = 5 * MINUTE

export interface CountdownProps {
  readonly dueAt: Millis
  /** The engine's now. */
  readonly now: Millis
  readonly size?: 'inline' | 'figure'
}

/** Calm, amber shortly before, red from the moment it is due, then counting how far it ran over. */
export function Countdown({ dueAt, now, size = 'inline' }: CountdownProps) {
  const clock = useClockFace()
  const left = dueAt - now
  return (
    <time
      className={styles.countdown}
      data-phase={countdownPhase(left)}
      data-size={size}
      dateTime={new Date(dueAt).toISOString()}
      title={say(left <= 0 ? words.ui.wasDue : words.ui.due, { time: clock.full(dueAt) })}
    >
      {left <= 0 ? `+${sayClock(-left)}` : sayClock(left)}
    </time>
  )
}

export function countdownPhase(left: Millis): 'calm' | 'soon' | 'due' {
  if (left <= 0) return 'due'
  return left <= COUNTDOWN_SOON ? 'soon' : 'calm'
}
