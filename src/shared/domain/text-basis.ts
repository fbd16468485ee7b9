import type { Severity } from './severity'
import type { Status } from './status'

/** What a text was written from; whether it still holds is asked before it leaves. */
export interface TextBasis {
  readonly severity: Severity
  readonly status: Status
  readonly impact: string
}

const facts = ['severity', 'status', 'impact'] as const

/** [CM27] One fact that is another one by now. */
export interface MovedFact {
  readonly fact: (typeof facts)[number]
  readonly from: string
  readonly to: string
}

/** What a text that is written now is written from. */
export function basisOf({ severity, status, impact }: TextBasis): TextBasis {
  return { severity, status, impact }
}

/** [CM27] What moved since a text was written. */
export function movedSince(basis: TextBasis, now: TextBasis): readonly MovedFact[] {
  return facts.flatMap(fact => (basis[fact] === now[fact] ? [] : [{ fact, from: basis[fact], to: now[fact] }]))
}
