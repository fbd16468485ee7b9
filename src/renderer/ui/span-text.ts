import { clockSpan, HOUR, type Millis, roughly } from '../../shared/lib/time'
import { roughSpanText } from '../../shared/texts/t'

/** An age in the one unit that matters, in the page's language: `12 s`, `4 min`, `3 h`, `2 d`. */
export function spanText(span: Millis): string {
  return roughSpanText(roughly(span))
}

/** From here on a clock would be wider than its place, and no one reads its seconds. */
const LONGEST_CLOCK: Millis = 100 * HOUR

/** A clock that runs up or down: `04:10`, `3:01:40`; from a hundred hours on in days: `41 d`. A negative span has a minus. */
export function clockText(span: Millis): string {
  const length = Math.abs(span)
  if (length < LONGEST_CLOCK) return clockSpan(span)
  return `${span < 0 ? '−' : ''}${spanText(length)}`
}
