import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { saySpan } from '../../ui/say-span'
import type { Call } from './calls'

const text = words.alarms

/** What is called out, without the incident that it concerns. */
export function callWords({ about, after }: Call): string {
  const span = saySpan(after)
  if (about === 'elapsed') return say(text.elapsed, { span })
  return after === 0 ? text.due[about] : say(text.overdue[about], { span })
}
