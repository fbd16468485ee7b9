import { partOf } from '../../../shared/contract/coded-text'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { Reply } from '../../../shared/lib/reply'
import type { HttpFault } from '../http/types'

/** A reading that takes several requests, of which some may fail without the others being worth less. */
export interface Round<Part extends string> {
  /** Null: this part could not be read, or an earlier one ended the round. */
  read<T>(part: Part, ask: () => Promise<Reply<T, HttpFault>>): Promise<T | null>
  /** What came of it: a fault where nothing was answered or the round was ended, else the parts that are missing. */
  end(): Reply<readonly { readonly part: Part; readonly reason: FaultValue }[], HttpFault>
}

/** Parts in a row that may fail by the line or the server before both are spared the rest. */
const MOST_IN_A_ROW = 4

/** Its parts may be asked for one after the other, or side by side. */
export function openRound<Part extends string>(): Round<Part> {
  const missing: { part: Part; reason: FaultValue }[] = []
  let answered = false
  let inARow = 0
  let first: HttpFault | null = null
  let ended: HttpFault | null = null
  return {
    read: async (part, ask) => {
      if (ended !== null) return null
      const reply = await ask()
      if (reply.ok) {
        answered = true
        inARow = 0
        return reply.value
      }
      first ??= reply.fault
      missing.push({ part, reason: partOf(reply.fault) })
      inARow += Number(isOfTheLine(reply.fault) || isOfTheServer(reply.fault))
      if (endsTheRound(reply.fault, answered) || inARow >= MOST_IN_A_ROW) ended ??= reply.fault
      return null
    },
    end: () => {
      const fault = ended ?? (answered ? null : first)
      return fault === null ? { ok: true, value: missing } : { ok: false, fault }
    },
  }
}

/**
 * [RP1] Whether a fault of one part of a reading is the whole connection's, so that asking for the other parts is of no
 * use: a wrong token, a vendor that asked for silence, a line that is cut. All else (a missing right, an answer that
 * nobody can read) is the part's own affair, and costs the others nothing.
 * @param answered whether another part was answered just now: the line is not cut then
 */
export function endsTheRound(fault: HttpFault, answered: boolean): boolean {
  switch (fault.kind) {
    case 'rate-limited':
    case 'drill-guard':
      return true
    case 'token-refused':
      return fault.status !== 403
    default:
      return isOfTheLine(fault) && !answered
  }
}

function isOfTheLine({ kind }: HttpFault): boolean {
  return kind === 'unreachable' || kind === 'timed-out'
}

function isOfTheServer(fault: HttpFault): boolean {
  return fault.kind === 'vendor-error' && fault.status >= 500
}
