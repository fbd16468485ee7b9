import type { Millis } from '../../lib/time'
import type { TimesKept } from '../milestone'
import type { Actor } from '../people'
import type { Severity } from '../severity'
import { type MethodRules, targetSpan } from './method-rules'

interface Wanted {
  readonly rules: MethodRules
  readonly severity: Severity
  /** What its spans are counted from. */
  readonly at: Millis
}

/** [RT1] [RT2] A target only ever comes nearer, and stays as it is once its milestone is reached. */
export function nearerTargets(
  { targets, timesKept }: Pick<TimesKept, 'targets' | 'timesKept'>,
  { rules, severity, at }: Wanted,
  declaredBy: Actor,
): TimesKept['targets'] {
  const nearer = { ...targets }
  for (const name of rules.targets ?? []) {
    const within = targetSpan(rules, severity, name)
    // The person who declares it has seen it, also if its alert still waits for an acknowledgement.
    const isSeen = name === 'acknowledged' && declaredBy.kind === 'person'
    if (within === null || isSeen || timesKept[name] !== undefined) continue
    nearer[name] = Math.min(nearer[name] ?? Number.MAX_VALUE, at + within)
  }
  return nearer
}
