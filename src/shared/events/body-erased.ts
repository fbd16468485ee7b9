import * as z from 'zod/mini'
import type { EntryId, EventId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField, lineField, remarkField } from './fields'
import { automaticLine, withMore } from './line'

/**
 * [ER1] Removes the body of another event from the record for good, on every machine that has or gets this one: when it
 * is folded, that body, its summary and its salt are dropped, and never accepted again.
 */
export const bodyErased = defineEvent('body-erased', {
  version: 1,
  body: z.object({
    event: idField<EventId>(),
    /** Of the event, and the version of `instead`. */
    kind: z.string().check(z.maxLength(64)),
    version: z.int().check(z.gte(1)),
    standIn: lineField,
    /** [ER3] What is folded in place of its body; absent: the replacement is a line, and that is all. */
    instead: z.optional(z.unknown()),
    reason: remarkField,
  }),
  // The erased line itself says who, when and why. A name has no line.
  line: event => {
    const { kind, standIn, reason } = event.body
    if (kind !== 'person-named') return undefined
    return automaticLine(event, 'status', () => withMore(t(texts.folderLines.nameErased, { name: standIn }), reason))
  },
})

/** The line of an erased text whose body was replaced; undefined: it was no text of a typed line. */
export function erasedEntry(instead: unknown): EntryId | undefined {
  const read = z.object({ entry: idField<EntryId>() }).safeParse(instead)
  return read.success ? read.data.entry : undefined
}
