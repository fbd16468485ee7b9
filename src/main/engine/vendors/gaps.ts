import type { FeedAnswer, Gap } from '../feeds/types'

/** A good answer with what it lacks, if anything: each reason in words, an empty one for nothing. */
export function goodAnswer<T>(value: T, reasons: readonly string[] = [], more = false): FeedAnswer<T> {
  const gap = gapOf(reasons, more)
  return gap === undefined ? { ok: true, value } : { ok: true, value, gap }
}

export function gapOf(reasons: readonly string[], more = false): Gap | undefined {
  const reason = [...new Set(reasons)].filter(one => one !== '').join('; ')
  return reason === '' ? undefined : { reason, more }
}
