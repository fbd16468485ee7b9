import { wordedReason } from '../../src/shared/contract/coded-reason'
import type { FaultValue } from '../../src/shared/contract/fault-codes'

/** What the engine's reason says in English, as documents and older pages show it. */
export function inEnglish(reason: FaultValue | undefined): string {
  return wordedReason(reason ?? '').reason
}
