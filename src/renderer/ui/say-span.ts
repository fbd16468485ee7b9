import { type Millis, roughly } from '../../shared/lib/time'
import { sayRough } from '../../shared/words/say'

/** An age in the one unit that matters, as this screen's language writes it: `12 s`, `4 min`, `3 h`, `2 d`. */
export function saySpan(span: Millis): string {
  return sayRough(roughly(span))
}
