import * as z from 'zod/mini'
import { defineEvent } from './define'
import { roleKeyField } from './fields'

export const stepField = z.string().check(z.minLength(1), z.maxLength(40))

/** [RO8] One of a role's first steps, done or not done after all. Not worth a line: it is the holder's own check list. */
export const firstStepMarked = defineEvent('first-step-marked', {
  version: 1,
  body: z.object({ role: roleKeyField, step: stepField, done: z.boolean() }),
  line: () => undefined,
})
