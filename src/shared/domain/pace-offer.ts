import { MINUTE, type Millis } from '../lib/time'
import { defaultCadence } from './cadence'
import { sinceBy } from './clock-sets'
import type { Incident } from './incident'
import { updateSpan } from './method/method-rules'
import { type PaceAnswer, paceAnswer } from './update-pace'

/** Both paces in minutes. */
interface Paces {
  readonly usual: number
  readonly slower: number
}

export type PaceOffer =
  /** It is over, its method has none, or customers have had no update yet. */
  | { readonly state: 'resolved' | 'none' | 'not-told' }
  | ({ readonly state: 'later'; readonly at: Millis } & Paces)
  | ({ readonly state: 'asked' } & Paces)
  | ({ readonly state: 'answered'; readonly answer: PaceAnswer } & Paces)

type Paced = Pick<Incident, 'method' | 'severity' | 'status' | 'timesKept' | 'updatePace' | 'clockSets'>

/** [UP11] [UP12] Whether a slower pace of customer updates is offered, and what was answered. */
export function paceOffer(incident: Paced, now: Millis): PaceOffer {
  const { method, severity, status, timesKept, updatePace, clockSets } = incident
  if (status === 'resolved') return { state: 'resolved' }
  const usual = minutes(updateSpan({ method }, severity, defaultCadence))
  if (usual === null) return { state: 'none' }
  const known = method?.rules.levels[severity].slower
  const answer = paceAnswer(incident, severity)
  // Of a severity that was lowered since, the slower pace goes on until a slower one is to be offered.
  const goesOn = answer?.pace === 'slower' && answer.slower > Math.max(usual, (known?.update ?? 0) - 1)
  if (answer !== null && (answer.severity === severity || goesOn))
    return { state: 'answered', answer, usual, slower: answer.slower }
  const present = minutes(updateSpan(incident, severity, defaultCadence)) ?? usual
  if (known === undefined || known.update <= present) return { state: 'none' }
  if (timesKept['first-notice'] === undefined) return { state: 'not-told' }
  const at = sinceBy(updatePace.since, clockSets) + known.after * MINUTE
  // After "it stays" the pace is the severity's own pace.
  const both = { usual, slower: known.update }
  return now < at ? { state: 'later', at, ...both } : { state: 'asked', ...both }
}

function minutes(span: Millis | null): number | null {
  return span === null ? null : span / MINUTE
}
