import { setTimeout as pause } from 'node:timers/promises'
import type { Scribe } from '../scribe'
import { type Turns, watchTurns } from './turns'

/** A fast scribe's letters would be as many; here each is a line. */
const LINE_EACH = 50

export interface TypedMeanwhile extends Turns {
  /** Milliseconds from when each line was due to when it was on disk and told. */
  readonly lines: readonly number[]
}

/** Types a line each 50 ms, by the clock, until the work is over: one that is due while the loop is kept has waited. */
export async function typeMeanwhile(scribe: Pick<Scribe, 'type'>, work: Promise<unknown>): Promise<TypedMeanwhile> {
  const lines: number[] = []
  let over = false
  const ended = work.finally(() => {
    over = true
  })
  const stop = watchTurns()
  const began = performance.now()
  for (let n = 1; !over; n += 1) {
    const due = began + n * LINE_EACH
    await pause(Math.max(0, due - performance.now()))
    await scribe.type()
    lines.push(performance.now() - due)
  }
  await ended
  return { lines, ...stop() }
}
