import * as z from 'zod/mini'
import { bySeverity, keyField, minutesField, minutesOrNever, textField } from './method-fields'

/** What severity rules measure: shares in percent, `p95` in times its baseline, `revenue` in dollars an hour. */
export const measuredFacts = ['errors', 'users', 'p95', 'revenue'] as const
export type MeasuredFactName = (typeof measuredFacts)[number]

const reason = { id: keyField, text: textField }

const raiseWhen = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rule'), for: minutesField }),
  z.strictObject({ kind: z.literal('longer'), after: bySeverity(minutesOrNever) }),
  z.strictObject({ kind: z.literal('services'), more: z.int().check(z.gte(1), z.lte(100)) }),
  z.strictObject({
    kind: z.literal('reports'),
    customers: z.int().check(z.gte(1), z.lte(1_000_000)),
    within: minutesField,
    words: z.optional(z.array(textField).check(z.minLength(1), z.maxLength(40))),
  }),
])

const lowerWhen = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rule'),
    for: minutesField,
    known: z.array(z.enum(measuredFacts)).check(z.minLength(1), z.maxLength(measuredFacts.length)),
  }),
  z.strictObject({ kind: z.literal('mitigated'), for: minutesField }),
])

/** [RS5] A reason to change the severity; with `when` it is watched, without it only people can know. */
export const raiseField = z.strictObject({ ...reason, when: z.optional(raiseWhen) })
export const lowerField = z.strictObject({ ...reason, when: z.optional(lowerWhen) })

export type RaiseWhen = z.output<typeof raiseWhen>
export type LowerWhen = z.output<typeof lowerWhen>
