import * as z from 'zod/mini'
import { panelFacts } from '../domain/method/panel-meaning'
import { notedKinds, notedStates } from '../domain/noted-source'
import { defineEvent } from './define'
import { instant } from './fields'

/** What other systems write is cut to this, and no handoff grows with a storm. */
export const NOTED_TEXT = 300
export const MOST_NOTED_SOURCES = 100
export const MOST_NOTED_VALUES = 40

const text = z.string().check(z.maxLength(NOTED_TEXT))

const value = z.object({
  ...{ name: text, value: text },
  at: z.optional(instant),
  trouble: z.optional(text),
  means: z.optional(z.enum(panelFacts)),
})

const source = z.object({
  ...{ name: text, what: z.enum(notedKinds), state: z.enum(notedStates) },
  trueAt: z.nullable(instant),
  reason: text,
  values: z.readonly(z.array(value).check(z.maxLength(MOST_NOTED_VALUES))),
  more: z.int().check(z.nonnegative()),
})

/**
 * What other systems showed when a handoff was written, each with its age: what was read is not in the record, and the
 * document is drawn from the record alone. Version 1 did not say what a value means.
 */
export const sourcesNoted = defineEvent('sources-noted', {
  version: 2,
  body: z.object({ sources: z.readonly(z.array(source).check(z.maxLength(MOST_NOTED_SOURCES))) }),
  line: () => undefined,
})
