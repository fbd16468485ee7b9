import * as z from 'zod/mini'
import { LONGEST_TERM, MOST_COMPARED, MOST_TERMS } from '../../domain/archive/archive-question'
import type { IncidentId } from '../../domain/ids'
import { idField, severityField } from '../../events/fields'
import { archiveOrders } from '../archive'

const term = z.object({ text: z.string().check(z.maxLength(LONGEST_TERM)), whole: z.boolean() })
const terms = z.readonly(z.array(term).check(z.maxLength(MOST_TERMS)))
const instant = z.nullable(z.number())

export const archiveQuestionField = z.object({
  ...{ words: terms, people: terms, services: terms, alerts: terms },
  severities: z.readonly(z.array(severityField).check(z.maxLength(4))),
  status: z.nullable(z.enum(['open', 'ended'])),
  ...{ from: instant, to: instant },
})

const names = z.readonly(z.array(z.string().check(z.maxLength(1_000))).check(z.maxLength(MOST_COMPARED)))

export const similarInput = z.object({
  ...{ incident: idField<IncidentId>(), title: z.string().check(z.maxLength(1_000)) },
  ...{ services: names, alerts: names },
})

export const archiveInputs = {
  'archive:similar': similarInput,
  'archive:search': z.object({
    question: archiveQuestionField,
    order: z.enum(archiveOrders),
    before: z.nullable(z.int()),
  }),
  'archive:log': z.object({ incident: idField<IncidentId>(), from: z.int().check(z.gte(0)) }),
} as const
