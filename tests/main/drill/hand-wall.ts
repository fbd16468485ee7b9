import type { SystemClock } from '../../../src/main/engine/clock/clock'

interface Timer {
  readonly due: number
  readonly run: () => void
}

/** A wall whose time only tests move. */
export interface HandWall extends SystemClock {
  /** Lets time pass and runs what falls due on the way, in order. */
  pass(span: number): void
  /** Sets the clock forward without running any timer, as sleep does: timers stand still meanwhile. */
  sleep(span: number): void
  readonly longestTimer: () => number
  readonly timers: () => number
}

export function handWall(start: number): HandWall {
  let asleep = 0
  let awake = start
  let longest = 0
  const timers = new Set<Timer>()

  function pass(span: number): void {
    const end = awake + span
    for (let next = earliest(); next !== undefined && next.due <= end; next = earliest()) {
      awake = Math.max(awake, next.due)
      timers.delete(next)
      next.run()
    }
    awake = end
  }

  function earliest(): Timer | undefined {
    return [...timers].sort((a, b) => a.due - b.due)[0]
  }

  return {
    now: () => awake + asleep,
    after: (span, run) => {
      longest = Math.max(longest, span)
      const timer = { due: awake + span, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    pass,
    sleep: span => {
      asleep += span
    },
    longestTimer: () => longest,
    timers: () => timers.size,
  }
}
