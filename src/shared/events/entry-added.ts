import * as z from 'zod/mini'
import type { EntryId } from '../domain/ids'
import { typedKinds } from '../domain/timeline'
import { defineEvent } from './define'
import { attachmentsField, idField, lineField } from './fields'

export const entryAdded = defineEvent('entry-added', {
  // 2: pictures may come with it.
  version: 2,
  body: z.object({
    entry: idField<EntryId>(),
    kind: z.enum(typedKinds),
    text: lineField,
    pinned: z.boolean(),
    attachments: z.optional(attachmentsField),
  }),
  // Its pictures go with its text.
  withoutTexts: ({ entry, kind, pinned }, standIn) => ({ entry, kind, text: standIn, pinned }),
  line: event => ({
    change: 'added',
    entry: {
      id: event.body.entry,
      seq: event.seq,
      kind: event.body.kind,
      text: event.body.text,
      occurredAt: event.at,
      recordedAt: event.recordedAt,
      by: event.by,
      pinned: event.body.pinned,
      attachments: event.body.attachments ?? [],
      automatic: false,
      routine: false,
      earlier: [],
      retraction: null,
    },
  }),
})
