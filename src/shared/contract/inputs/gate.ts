import * as z from 'zod/mini'
import type { IncidentId } from '../../domain/ids'
import { gateAnswers } from '../../domain/resolution'
import { idField, instant, remarkField } from '../../events/fields'
import { methodKeyField } from '../../events/method-adopted'

const incident = idField<IncidentId>()

export const gateInputs = {
  'gate:answer': z.object({
    ...{ incident, criterion: methodKeyField, answer: z.enum(gateAnswers), note: remarkField },
    was: z.optional(z.enum(gateAnswers)),
  }),
  'closing:mark': z.object({
    ...{ incident, item: methodKeyField, done: z.boolean() },
    was: z.optional(z.boolean()),
  }),
  'closing:plan-review': z.object({
    ...{ incident, reviewAt: z.nullable(instant) },
    was: z.optional(z.nullable(instant)),
  }),
} as const
