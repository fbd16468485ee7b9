import type { Millis } from '../../../shared/lib/time'
import type { RowClock } from '../../ui/row-clock'
import { timeAhead } from '../../ui/typed-time'

/**
 * [SG10] A task's due time as typed: `10 min`, `in 1h30m`, `14:30`, `at 2:30 pm`.
 * @returns null for no time, undefined if the text names no future time
 */
export function dueTyped(typed: string, now: Millis, clock: RowClock): Millis | null | undefined {
  const text = typed.trim()
  if (/^(?:|-|none)$/i.test(text)) return null
  const named = text.replace(/^at\s+/i, 'by ').replace(/^(\d{1,3})$/, '$1m')
  for (const one of [named, `in ${named}`, `by ${named}`]) {
    const ahead = timeAhead(one, now, clock)
    if (ahead?.text === '') return ahead.at
  }
  return undefined
}
