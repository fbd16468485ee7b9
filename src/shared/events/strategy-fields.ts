import * as z from 'zod/mini'
import type { EntryId, StrategyId } from '../domain/ids'
import { keyField } from '../domain/method/method-fields'
import { LONGEST_ITEM } from '../domain/strategy'
import type { LineChange } from '../domain/timeline'
import { type Millis, utcClock } from '../lib/time'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { boardItemOf } from './board-item'
import type { LoggedEvent } from './define'
import { idField, responderField } from './fields'
import { automaticLine } from './line'

export const strategyIdField = idField<StrategyId>()
export const itemText = z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_ITEM))
/** A result, a reason or an answer; may be empty. */
export const outcomeText = z.string().check(z.trim(), z.maxLength(LONGEST_ITEM))
export const ownerField = z.nullable(responderField)
/** [MM3] Of the mitigation menu: what it is the doing of. Absent: nobody chose it there. */
export const measureField = z.optional(keyField)
export const entryField = z.nullable(idField<EntryId>())

/** [SG4] What was typed as a line has that line and no other; it goes when the line is erased. */
export function lineUnlessTyped(event: LoggedEvent, entry: EntryId | null, text: () => string): LineChange {
  if (entry === null) return automaticLine(event, 'note', text)
  return { change: 'amended', id: entry, amend: line => ({ ...line, ...boardItemOf(event.body) }) }
}

/** `14:32 UTC`. */
export function dueClock(at: Millis): string {
  return t(texts.strategyLines.clock, { clock: utcClock(at).slice(0, 5) })
}
