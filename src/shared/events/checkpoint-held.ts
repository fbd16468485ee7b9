import * as z from 'zod/mini'
import { type CheckpointAnswer, verdicts } from '../domain/checkpoint'
import type { CheckpointId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { answeredText, checkpointAnswersField, withoutAnswers } from './checkpoint-answers'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'

/** What version 1 had for the questions that it knew. */
const fixedFields = {
  tried: 'tried',
  trying: 'trying',
  rollbackPlan: 'rollback-plan',
  morePeople: 'more-people',
  stillImpacted: 'still-impacted',
} as const

type FixedAnswers = { readonly [Field in keyof typeof fixedFields]: string }

export function answersOfFixed(answers: FixedAnswers): CheckpointAnswer[] {
  const fields = Object.entries(fixedFields) as [keyof FixedAnswers, string][]
  return fields.map(([field, question]) => ({ question, asks: '', text: answers[field] }))
}

export const checkpointHeld = defineEvent('checkpoint-held', {
  // 2: answers by the id of their question, which the method asks.
  version: 2,
  upcasts: {
    1: body => {
      const before = body as { readonly answers: FixedAnswers }
      return { ...before, answers: answersOfFixed(before.answers) }
    },
  },
  body: z.object({ checkpoint: idField<CheckpointId>(), answers: checkpointAnswersField, verdict: z.enum(verdicts) }),
  withoutTexts: ({ answers, ...body }, standIn) => ({ ...body, answers: withoutAnswers(answers, standIn) }),
  line: event => {
    const { answers, verdict } = event.body
    const { checkpoint, verdicts: names } = texts.incidentLines
    return automaticLine(event, 'decision', () =>
      [t(checkpoint, { verdict: names[verdict] }), ...answeredText(answers)].join(' · '),
    )
  },
})
