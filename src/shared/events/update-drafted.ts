import * as z from 'zod/mini'
import { LONGEST_CADENCE } from '../domain/cadence'
import type { UpdateId } from '../domain/ids'
import { defineEvent } from './define'
import { audienceField, idField, updateContentField } from './fields'
import { SYMPTOM_LIMIT } from './update-facts-typed'

export const templateField = z.string().check(z.minLength(1), z.maxLength(80))
/** What was typed into a template's fields, by name. */
export const typedFieldsField = z.record(z.string(), z.string().check(z.maxLength(SYMPTOM_LIMIT)))

export const wordingField = z.object({
  template: z.nullable(templateField),
  /** [TM14] Of the template's file; absent: an earlier version of ours did not keep it. */
  version: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  typed: typedFieldsField,
  byHand: z.boolean(),
  statusChosen: z.boolean(),
  promisedMinutes: z.nullable(z.number().check(z.int(), z.gte(1), z.lte(LONGEST_CADENCE))),
})

/**
 * A draft, new or edited. Drafts are not the record of what was published, so they write no line. Version 1 did not
 * store whom it reaches, what belongs to the same message and how its text was made.
 */
export const updateDrafted = defineEvent('update-drafted', {
  version: 2,
  body: z.object({
    update: idField<UpdateId>(),
    content: updateContentField,
    /** [UP10] The message that it is a part of, by the id of its first update; absent: it is a message by itself. */
    message: z.optional(idField<UpdateId>()),
    /** [UP9] Whom it reaches; absent: all readers of its channel. */
    audience: z.optional(audienceField),
    /** [CM22] Absent: worded by hand. */
    wording: z.optional(wordingField),
  }),
  line: () => undefined,
})
