import * as z from 'zod/mini'
import type { UpdateId } from '../domain/ids'
import { defineEvent } from './define'
import { idField, updateContentField } from './fields'

/** A draft, new or worded anew. Drafts are not the record of what was said, so they write no line. */
export const updateDrafted = defineEvent('update-drafted', {
  version: 1,
  body: z.object({ update: idField<UpdateId>(), content: updateContentField }),
  apply: (incident, event) => {
    const { update: id, content } = event.body
    const draft = { id, content, delivery: { state: 'drafted' } } as const
    return incident.updates.some(known => known.id === id)
      ? {
          ...incident,
          updates: incident.updates.map(known => (known.id === id ? { ...draft, facts: known.facts } : known)),
        }
      : { ...incident, updates: [...incident.updates, draft] }
  },
  line: () => undefined,
})
