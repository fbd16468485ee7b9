import * as z from 'zod/mini'
import { type RollLine, rollAnswers } from '../domain/roll-call'
import { listText, t, tCount } from '../texts/t'
import { texts } from '../texts/texts'
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
  line: event => automaticLine(event, 'status', () => rollCallText(event.body.lines)),
})

/** `Roll call: 5 of 6 present; missing: Mei Tanaka (absent)`. */
export function rollCallText(lines: readonly RollLine[]): string {
  return t(texts.roleLines.rollCall, { answers: rollAnswersText(lines) })
}

/** The same where a heading says already that it is a roll call. */
export function rollAnswersText(lines: readonly RollLine[]): string {
  const { allPresent, somePresent, missing: forms } = texts.roleLines
  const missing = lines.flatMap(({ responder, answer }) =>
    answer === 'present' ? [] : [t(forms[answer], { name: responder.name })],
  )
  if (missing.length === 0) return tCount(allPresent, lines.length)
  const present = lines.length - missing.length
  return tCount(somePresent, lines.length, { present, names: listText(missing) })
}
