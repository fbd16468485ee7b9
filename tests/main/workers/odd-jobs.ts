import * as z from 'zod/mini'
import type { Job } from '../../../src/main/engine/workers/job'

/** Jobs that go wrong in the ways in which jobs go wrong, as both sides know them. */

const numbers = { input: z.number(), progress: z.number(), output: z.number() }

function oddJob(name: string): Job<number, number, number> {
  return { name, ...numbers }
}

/** Reports each number up to its input, and waits until each was taken. */
export const countUp = oddJob('count-up')
export const throwing = oddJob('throw')
/** Loops and lets no message in. */
export const endless = oddJob('endless')
/** Loops and asks whether it was cancelled. */
export const polite = oddJob('polite')
/** Waits for its signal. */
export const waiting = oddJob('wait')
export const hoarding = oddJob('hoard')
export const exiting = oddJob('exit')
/** Kills the thread from an event that no job waits for. */
export const crashing = oddJob('crash')
export const misspeaking = oddJob('misspeak')
export const misreporting = oddJob('misreport')
/** Which thread it runs in. */
export const threadNumber = oddJob('thread-number')
export const unserved = oddJob('unserved')
/** How many names its environment has. */
export const environment = oddJob('environment')
