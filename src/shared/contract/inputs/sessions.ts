import * as z from 'zod/mini'
import type { IncidentId } from '../../domain/ids'
import { idField, typedNameField } from '../../events/fields'

const incident = idField<IncidentId>()

const nothing = z.object({})

/** Such as `impact` or `update:ID`: the same name in every client means the same thing. */
const editedThing = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

export const sessionInputs = {
  'session:hello': z.object({ name: z.nullable(typedNameField), screen: z.string().check(z.trim(), z.maxLength(80)) }),
  'session:visible': z.object({ visible: z.boolean() }),
  /** What the person in this session is editing; null: nothing. */
  'session:editing': z.object({ editing: z.nullable(z.object({ incident, what: editedThing })) }),
  'log:follow': z.object({ incident, after: z.number().check(z.int(), z.nonnegative()) }),
  'log:unfollow': z.object({ incident }),
  'feeds:refresh': nothing,
  'feeds:catch-up': nothing,
  'world:enter-drill': z.object({
    drill: z.string().check(z.regex(/^[\w-]{1,64}$/)),
    speed: z.number().check(z.gte(0.1), z.lte(600)),
    /** From its beginning, with a record of its own, also where one is running. */
    anew: z._default(z.boolean(), false),
  }),
  'world:leave-drill': nothing,
} as const
