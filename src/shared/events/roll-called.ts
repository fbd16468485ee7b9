import * as z from 'zod/mini'
import { rollAnswers, rollCallSummary } from '../domain/roll-call'
import { defineEvent } from './define'
import { responderField } from './fields'
import { automaticLine } from './line'

const rollLine = z.object({
  responder: responderField,
  posts: z.readonly(z.array(z.string().check(z.maxLength(120)))),
  answer: z.enum(rollAnswers),
})

/** [RO9] Who was called, and what was heard of each. */
export const rollCalled = defineEvent('roll-called', {
  version: 1,
  body: z.object({ lines: z.readonly(z.array(rollLine)) }),
  // Of the kind that is not folded away among routine lines: who is here is asked in order to be read.
  line: event => automaticLine(event, 'status', rollCallSummary(event.body.lines)),
})
