import * as z from 'zod/mini'
import type { EntryId } from '../domain/ids'
import { defineEvent } from './define'
import { idField, remarkField } from './fields'

export const entryRetracted = defineEvent('entry-retracted', {
  version: 1,
  body: z.object({ entry: idField<EntryId>(), reason: remarkField }),
  withoutTexts: ({ entry }, standIn) => ({ entry, reason: standIn }),
  line: event => ({
    change: 'amended',
    id: event.body.entry,
    amend: entry => ({ ...entry, retraction: { reason: event.body.reason, by: event.by, at: event.at } }),
  }),
})
