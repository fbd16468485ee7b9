import type { ProbeResult } from '../../../shared/contract/connections'
import type { Reply } from '../../../shared/lib/reply'
import type { HttpFault } from '../http/types'

/** The outcome of a connection's test: what was reached, or what is wrong in the vendor's words. */
export function probeResult<T>(reply: Reply<T, HttpFault>, reached: (value: T) => string): ProbeResult {
  return reply.ok ? { good: true, message: reached(reply.value) } : { good: false, message: reply.fault.message }
}
