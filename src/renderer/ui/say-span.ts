import { type Millis, roughly } from '../../shared/lib/time'
import { say } from '../../shared/words/say'
import { words } from '../../shared/words/words'

/** An age in the one unit that matters, as this screen's language writes it: `12 s`, `4 min`, `3 h`, `2 d`. */
export function saySpan(span: Millis): string {
  const { value, unit } = roughly(span)
  return say(words.spans[unit], { value })
}
