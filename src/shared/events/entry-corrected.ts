import * as z from 'zod/mini'
import type { EntryId } from '../domain/ids'
import { defineEvent } from './define'
import { idField, lineField } from './fields'

export const entryCorrected = defineEvent('entry-corrected', {
  version: 1,
  body: z.object({ entry: idField<EntryId>(), text: lineField }),
  withoutTexts: ({ entry }, standIn) => ({ entry, text: standIn }),
  line: event => ({
    change: 'amended',
    id: event.body.entry,
    amend: entry => ({
      ...entry,
      text: event.body.text,
      earlier: [...entry.earlier, { text: entry.text, by: event.by, replacedAt: event.at }],
    }),
  }),
})
