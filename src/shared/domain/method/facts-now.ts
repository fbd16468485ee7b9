import type { Millis } from '../../lib/time'
import { isLowBadFact, type PanelMeaning } from './panel-meaning'
import type { SeverityFacts } from './severity-proposal'

/** What a panel with a meaning measures: numbers are in its own unit. */
export interface MeasuredFact extends PanelMeaning {
  readonly panel: string
  readonly title: string
  readonly unit: string
  /** Null: nothing was measured. */
  readonly value: number | null
  /** When it was measured. */
  readonly at: Millis | null
  /** [MT7] Whether it is of now. */
  readonly current: boolean
  /** What is usual at this hour; null: not compared, or not known. */
  readonly usual: number | null
  /** The same in what rules count in: percent or dollars an hour; of other facts as it is. */
  readonly counted: number | null
  /** Since when all its values are normal, as far back as they are known; null: the newest is not. */
  readonly normalSince: Millis | null
}

export type FactState = 'normal' | 'off' | 'unknown'

/** A fact as it is now, judged. */
export interface FactNow extends MeasuredFact {
  /** [GT2] `unknown`: it is not of now, or nothing says what is normal. */
  readonly state: FactState
}

/** [GT2] Whether a value is normal: within its SLO, and no further from what is usual than its meaning allows. */
export function isNormal(value: number, { fact, times, limit }: PanelMeaning, usual: number | null): boolean {
  const lowBad = isLowBadFact(fact)
  const within = (bound: number) => (lowBad ? value >= bound : value <= bound)
  if (limit !== null && !within(limit)) return false
  return usual === null || within(lowBad ? usual / times : usual * times)
}

export function judgedFact(measured: MeasuredFact): FactNow {
  const { value, usual, limit, baseline, current } = measured
  // Where a panel is to be compared, its SLO alone does not make it normal.
  const knows = baseline === null ? limit !== null : usual !== null
  if (value === null || !current) return { ...measured, state: 'unknown' }
  if (isNormal(value, measured, usual)) return { ...measured, state: knows ? 'normal' : 'unknown' }
  return { ...measured, state: 'off' }
}

/** [GT3] What the rules of the method decide by: values of now alone, and of several panels the worst. */
export function severityFacts(facts: readonly FactNow[]): SeverityFacts {
  const known: { -readonly [Fact in 'errors' | 'users' | 'p95' | 'revenue']?: number } = {}
  for (const one of facts) {
    const { fact } = one
    const number = decidingNumber(one)
    if (number === null || (fact !== 'errors' && fact !== 'users' && fact !== 'revenue' && fact !== 'p95')) continue
    known[fact] = Math.max(known[fact] ?? Number.NEGATIVE_INFINITY, number)
  }
  return known
}

/** Whose panel it was that a rule decided by: the worst of those of now. */
export function worstOfFact(facts: readonly FactNow[], fact: FactNow['fact']): FactNow | undefined {
  let worst: { readonly panel: FactNow; readonly number: number } | undefined
  for (const panel of facts) {
    const number = panel.fact === fact ? decidingNumber(panel) : null
    if (number !== null && (worst === undefined || number > worst.number)) worst = { panel, number }
  }
  return worst?.panel
}

/** What a rule compares: p95 in times what is usual. Null: it is not of now, or there is nothing to compare it with. */
function decidingNumber({ fact, current, counted, value, usual }: FactNow): number | null {
  if (!current || counted === null || value === null) return null
  if (fact !== 'p95') return counted
  return usual === null || usual <= 0 ? null : value / usual
}
