import * as z from 'zod/mini'
import type { UpdateId } from '../domain/ids'
import { defineEvent } from './define'
import { idField, updateContentField } from './fields'

/** A draft, new or worded anew. Drafts are not the record of what was said, so they write no line. */
export const updateDrafted = defineEvent('update-drafted', {
  version: 1,
  body: z.object({ update: idField<UpdateId>(), content: updateContentField }),
  line: () => undefined,
})
