import { type CodedText, codedMessage } from '../../../shared/contract/coded-text'
import type { ProbeResult } from '../../../shared/contract/connections'
import type { Reply } from '../../../shared/lib/reply'
import type { HttpFault } from '../http/types'

/** The outcome of a connection's test: what was reached, or what is wrong in the vendor's words. */
export function probeResult<T>(reply: Reply<T, HttpFault>, reached: (value: T) => CodedText): ProbeResult {
  return reply.ok ? { good: true, ...reached(reply.value) } : failedProbe(reply.fault)
}

/** [CO4] A vendor that was not reached did not answer, and no refusal is attributed to it. */
export function failedProbe(fault: HttpFault): ProbeResult {
  return { good: false, ...codedMessage(fault), ...(isRefusal(fault) && { refused: true as const }) }
}

function isRefusal({ kind, nothingLeft }: HttpFault): boolean {
  return nothingLeft !== true && (kind === 'token-refused' || kind === 'rate-limited' || kind === 'vendor-error')
}
