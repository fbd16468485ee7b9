import * as z from 'zod/mini'
import { followings } from '../domain/audience-matrix'
import { afterwardsOpen, verdicts } from '../domain/checkpoint'
import { handoffSections } from '../domain/handoff-sections'
import { closingMeasures, gateMeasures } from '../domain/method/method-measures'
import { targetNames } from '../domain/milestone'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { NAME_LIMIT, severityField } from './fields'
import { automaticLine } from './line'

const minutes = z.number().check(z.int(), z.nonnegative())
const orNone = z.nullable(minutes)
const level = z.object({
  ...{ firstCheckpoint: orNone, checkpoint: orNone, firstUpdate: orNone, update: orNone },
  ...{ acknowledge: minutes, firstResponse: minutes, commander: orNone, stable: minutes },
  slower: z.optional(z.object({ after: minutes, update: minutes })),
})
export const methodTextField = z.string().check(z.maxLength(1_000))
/** What a method calls something by. */
export const methodKeyField = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'input-method-id'))
const text = methodTextField

const after = z.object({ id: text, text, opens: z.optional(z.enum(afterwardsOpen)) })
const sheet = z.object({
  questions: z.readonly(z.array(z.object({ id: text, asks: text })).check(z.maxLength(100))),
  verdicts: z.readonly(
    z.array(z.object({ id: z.enum(verdicts), text, tree: z.optional(text) })).check(z.maxLength(10)),
  ),
  afterwards: z.readonly(z.array(after).check(z.maxLength(100))),
})

const criterion = z.object({
  ...{ id: text, group: z.enum(['health', 'customers', 'stability']), text },
  severities: z.optional(z.readonly(z.array(severityField).check(z.maxLength(10)))),
  by: z.optional(z.enum(gateMeasures)),
})
const closing = z.readonly(
  z.array(z.object({ id: text, text, by: z.optional(z.enum(closingMeasures)) })).check(z.maxLength(100)),
)

const audienceName = z.string().check(z.minLength(1), z.maxLength(NAME_LIMIT))
const pace = z.union([
  z.enum(['with every customer update', 'as it happens', 'never']),
  z.object({ first: z.union([minutes, z.literal('at once')]), next: z.union([minutes, z.enum(followings)]) }),
])
const audiences = z.object({
  follow: minutes,
  audiences: z.readonly(
    z
      .array(
        z.object({
          ...{ id: text, name: audienceName, needs: text },
          as: z.optional(z.enum(['customers', 'colleagues'])),
          channels: z.readonly(z.array(text).check(z.maxLength(20))),
          cadence: z.optional(z.object({ 'SEV-1': pace, 'SEV-2': pace, 'SEV-3': pace, 'SEV-4': pace })),
        }),
      )
      .check(z.maxLength(100)),
  ),
})

/**
 * [MA1] The rules that an incident is run by from here on: the first with its declaration, later ones where a person changed
 * over. What is due follows from the log, whatever the files say on another machine or another day.
 */
export const methodAdopted = defineEvent('method-adopted', {
  version: 1,
  body: z.object({
    ...{ name: text, version: text },
    /** The version that it was run by before; null: this is its first. */
    from: z.nullable(text),
    rules: z.object({
      levels: z.object({ 'SEV-1': level, 'SEV-2': level, 'SEV-3': level, 'SEV-4': level }),
      long: z.object({ after: minutes, every: minutes }),
      command: z.optional(z.object({ ask: minutes, insist: minutes })),
      transfer: z.optional(
        z.object({ overlap: minutes, readBack: z.optional(z.readonly(z.array(z.enum(handoffSections)))) }),
      ),
      leads: z.optional(minutes),
      audiences: z.optional(audiences),
      sheet: z.optional(sheet),
      targets: z.optional(z.readonly(z.array(z.enum(targetNames)).check(z.maxLength(10)))),
      gate: z.readonly(z.array(criterion).check(z.maxLength(100))),
      ...{ closing: z.optional(closing), farewell: z.optional(closing) },
      reviewWithin: minutes,
    }),
  }),
  line: event => {
    const { name, version, from } = event.body
    if (from === null) return undefined
    return automaticLine(event, 'status', () => t(texts.incidentLines.method, { name, version, from }))
  },
})
