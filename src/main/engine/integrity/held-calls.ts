import { fail, ok } from '../../../shared/lib/reply'
import { refused } from '../record/decision'
import type { Ledger } from '../record/ledger'
import type { Handlers } from '../sessions/handlers'

export interface HeldParts {
  readonly ledger: Pick<Ledger, 'record' | 'admitAhead'>
  /** What is held has changed. */
  readonly changed: () => void
}

/** [RK10] On a person's word. */
export function heldChanges({ ledger, changed }: HeldParts): Handlers<'record:admit-ahead'> {
  return {
    'record:admit-ahead': ({ incident }) => {
      const admitted = ledger.admitAhead(incident)
      if (!admitted.ok) return 'kind' in admitted.fault ? fail(admitted.fault) : refused('held-not-admitted')
      changed()
      return ok({ admitted: admitted.value.added })
    },
  }
}
