import * as z from 'zod/mini'
import type { UpdateId } from '../domain/ids'
import { defineEvent } from './define'
import { idField } from './fields'

export const PRODUCT_LIMIT = 500
export const SYMPTOM_LIMIT = 5_000

/** How a writer called the product and the symptom in one update, so that the next one begins with the same words. */
export const typedFactsField = z.object({
  service: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(PRODUCT_LIMIT))),
  impact: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(SYMPTOM_LIMIT))),
})

export const updateFactsTyped = defineEvent('update-facts-typed', {
  version: 1,
  body: z.object({ update: idField<UpdateId>(), facts: typedFactsField }),
  line: () => undefined,
})
