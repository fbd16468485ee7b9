import { MINUTE, type Millis } from '../lib/time'

/** What is done at one distance from a deadline. */
export interface LadderStep {
  /** How long after it is due; negative: before. */
  readonly after: Millis
  /** `warn`: it looks pressing. `call`: it is called out softly, and by the system where no window shows it. */
  readonly does: 'warn' | 'call' | 'call-loudly'
}

/** The steps of a deadline, the earliest first. */
export type Ladder = readonly LadderStep[]

/** [SO1] [SO2] Amber before it is due, called out softly when it is, then louder while nobody answers, then never again. */
export const usualLadder: Ladder = [
  { after: -5 * MINUTE, does: 'warn' },
  { after: 0, does: 'call' },
  { after: MINUTE, does: 'call-loudly' },
  { after: 3 * MINUTE, does: 'call-loudly' },
  { after: 5 * MINUTE, does: 'call-loudly' },
]

/** [SO2] Of the lowest severity: called out once, softly. Nobody is woken for it. */
export const softLadder: Ladder = usualLadder.filter(({ does }) => does !== 'call-loudly')

/** [RT3] Of a commander, whom a SEV-1 wants at once: there is a minute to name one before it is called out. */
export const patientLadder: Ladder = softLadder.map(step => (step.does === 'call' ? { ...step, after: MINUTE } : step))

/** How pressing a deadline is. */
export type Phase = 'calm' | 'soon' | 'due'

/** @param left milliseconds until it is due; negative: it is over by so many */
export function phaseOf(ladder: Ladder, left: Millis): Phase {
  if (left <= 0) return 'due'
  return ladder.some(({ after, does }) => does === 'warn' && -left >= after) ? 'soon' : 'calm'
}
