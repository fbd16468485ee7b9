import * as z from 'zod/mini'
import type { CheckpointAnswer, KnownQuestion } from '../domain/checkpoint'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { remarkField } from './fields'

/** As many as a method may ask. */
export const MOST_QUESTIONS = 100

/** Texts as people wrote them; a question is one line of a method. */
export const checkpointAnswerField = z.object({
  ...{ question: z.string().check(z.minLength(1), z.maxLength(40)), asks: z.string().check(z.maxLength(200)) },
  ...{ text: remarkField, asBefore: z.optional(z.boolean()) },
})

export const checkpointAnswersField = z.readonly(z.array(checkpointAnswerField).check(z.maxLength(MOST_QUESTIONS)))

/** [CP7] Only the questions that were answered, in the order in which they were asked. */
export function answeredText(answers: readonly CheckpointAnswer[]): readonly string[] {
  const { answers: forms, otherAnswer, asBefore } = texts.incidentLines
  return answers.flatMap(({ question, asks, text, asBefore: isSame }) => {
    if (text === '') return []
    const answer = isSame === true ? t(asBefore, { answer: text }) : text
    const form = Object.hasOwn(forms, question) ? forms[question as KnownQuestion] : otherAnswer
    return [t(form, { answer, asks })]
  })
}

/** [ER3] */
export function withoutAnswers(answers: readonly CheckpointAnswer[], standIn: string): CheckpointAnswer[] {
  return answers.map(one => ({ ...one, text: one.text === '' ? '' : standIn }))
}
