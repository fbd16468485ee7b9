import { joinedReasons } from '../../../shared/contract/coded-reason'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { FeedAnswer, Gap } from '../feeds/types'

/**
 * A good answer with what it lacks, if anything: an empty reason is none.
 * @param unread how many of the rows could not be read
 */
export function goodAnswer<T>(value: T, reasons: readonly FaultValue[] = [], more = false, unread = 0): FeedAnswer<T> {
  const gap = gapOf(reasons, more, unread)
  return gap === undefined ? { ok: true, value } : { ok: true, value, gap }
}

export function gapOf(reasons: readonly FaultValue[], more = false, unread = 0): Gap | undefined {
  const reason = joinedReasons(reasons)
  return reason === '' ? undefined : { reason, more, ...(unread > 0 && { unread }) }
}
