import type { Clock } from '../../src/main/engine/ports'
import type { Millis } from '../../src/shared/lib/time'

export interface HandClock extends Clock {
  /** Moves the clock and runs what became due, in order of its instants. */
  advance(span: Millis): void
  /** Moves the clock as a computer that slept does: what became due runs at the end, late. */
  sleep(span: Millis): void
  /** Sets it, as a person or a time server does; nothing rings for it. */
  set(instant: Millis): void
}

/** A clock that a test moves by hand. */
export function handClock(start: Millis = 1_790_000_000_000, rate = 1): HandClock {
  let now = start
  const alarms = new Set<{ readonly instant: Millis; readonly run: () => void }>()
  return {
    rate,
    now: () => now,
    at(instant, run) {
      const alarm = { instant, run }
      alarms.add(alarm)
      if (instant <= now) queueMicrotask(() => alarms.delete(alarm) && run())
      return () => void alarms.delete(alarm)
    },
    set(instant) {
      now = instant
    },
    sleep(span) {
      now += span
      this.advance(0)
    },
    advance(span) {
      const end = now + span
      for (;;) {
        const due = [...alarms].filter(alarm => alarm.instant <= end).sort((a, b) => a.instant - b.instant)[0]
        if (due === undefined) break
        alarms.delete(due)
        now = Math.max(now, due.instant)
        due.run()
      }
      now = end
    },
  }
}
