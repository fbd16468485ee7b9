import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { spanText } from '../../ui/span-text'
import type { Call } from './calls'

const text = texts.alarms

/** What is called out, without the incident that it concerns. */
export function calloutText({ about, after }: Call): string {
  const span = spanText(after)
  if (about === 'elapsed') return t(text.elapsed, { span })
  return after === 0 ? text.due[about] : t(text.overdue[about], { span })
}
