import type { FeedAnswer, Gap } from '../feeds/types'

/**
 * A good answer with what it lacks, if anything: each reason in words, an empty one for nothing.
 * @param unread how many of the rows could not be read
 */
export function goodAnswer<T>(value: T, reasons: readonly string[] = [], more = false, unread = 0): FeedAnswer<T> {
  const gap = gapOf(reasons, more, unread)
  return gap === undefined ? { ok: true, value } : { ok: true, value, gap }
}

export function gapOf(reasons: readonly string[], more = false, unread = 0): Gap | undefined {
  const reason = [...new Set(reasons)].filter(one => one !== '').join('; ')
  return reason === '' ? undefined : { reason, more, ...(unread > 0 && { unread }) }
}
