import type { Reply } from '../../../../shared/lib/reply'
import type { HttpFault } from '../../http/types'

/**
 * What hardly ever changes, such as an account's priorities: asked once. A refusal (the plan or the token lacks it) is
 * remembered as `instead`; what may pass is asked again the next time.
 */
export function rememberedRead<T>(
  ask: (signal: AbortSignal) => Promise<Reply<T, HttpFault>>,
  instead: T,
): (signal: AbortSignal) => Promise<T> {
  let known: T | undefined
  return async signal => {
    if (known !== undefined) return known
    const reply = await ask(signal)
    if (reply.ok) known = reply.value
    else if (isLasting(reply.fault)) known = instead
    return known ?? instead
  }
}

function isLasting(fault: HttpFault): boolean {
  return fault.kind === 'token-refused' || (fault.kind === 'vendor-error' && fault.status < 500)
}
