import { wordedReason } from '../../../../shared/contract/coded-reason'
import { partOf } from '../../../../shared/contract/coded-text'
import type { FaultValue } from '../../../../shared/contract/fault-codes'
import type { VendorFault } from '../../../../shared/contract/faults'
import type { StoredAnswer } from '../../../../shared/contract/people'
import type { Reply } from '../../../../shared/lib/reply'
import type { Millis } from '../../../../shared/lib/time'
import type { Clock } from '../../ports'

interface Options {
  readonly clock: Clock
  /** Wall-clock milliseconds in which an answer is not requested again. */
  readonly span: Millis
  /** The oldest are forgotten beyond this many. */
  readonly most: number
}

/**
 * [LK1] Answers by key, each cached for a span and returned with its age. Two callers at once share one request. When
 * the vendor fails, the previous answer stays, with the reason why there is no newer one; without one, that is the
 * fault.
 */
export function storedAnswers<T>({ clock, span, most }: Options) {
  const kept = new Map<string, { readonly value: T; readonly readAt: Millis }>()
  const underWay = new Map<string, Promise<Reply<StoredAnswer<T>, VendorFault>>>()

  async function askAnew(key: string, ask: () => Promise<Reply<T, VendorFault>>) {
    const reply = await ask()
    const before = kept.get(key)
    if (!reply.ok) return before === undefined ? reply : answered(before, partOf(reply.fault))
    const fresh = { value: reply.value, readAt: clock.now() }
    kept.delete(key)
    kept.set(key, fresh)
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(oldest)
    return answered(fresh, '')
  }

  return async (
    key: string,
    ask: () => Promise<Reply<T, VendorFault>>,
  ): Promise<Reply<StoredAnswer<T>, VendorFault>> => {
    const known = kept.get(key)
    // Distance and not age: what was read at a time that is still ahead has an unknown age, and is asked for again.
    if (known !== undefined && Math.abs(clock.now() - known.readAt) < span * clock.rate) return answered(known, '')
    const same = underWay.get(key) ?? askAnew(key, ask).finally(() => underWay.delete(key))
    underWay.set(key, same)
    return same
  }
}

function answered<T>(known: { readonly value: T; readonly readAt: Millis }, why: FaultValue) {
  const { reason: stale, ...coded } = wordedReason(why)
  return { ok: true, value: { ...known, stale, ...coded } } as const
}
