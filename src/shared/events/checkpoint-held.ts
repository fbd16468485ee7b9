import * as z from 'zod/mini'
import { verdicts } from '../domain/checkpoint'
import type { CheckpointId } from '../domain/ids'
import { defineEvent } from './define'
import { idField, remarkField } from './fields'
import { automaticLine } from './line'

export const checkpointAnswersBody = z.object({
  tried: remarkField,
  trying: remarkField,
  rollbackPlan: remarkField,
  morePeople: remarkField,
  stillImpacted: remarkField,
})

export const checkpointHeld = defineEvent('checkpoint-held', {
  version: 1,
  body: z.object({ checkpoint: idField<CheckpointId>(), answers: checkpointAnswersBody, verdict: z.enum(verdicts) }),
  withoutTexts: ({ answers, ...body }, standIn) => {
    const said = Object.entries(answers).map(([name, text]) => [name, text === '' ? '' : standIn])
    return { ...body, answers: checkpointAnswersBody.parse(Object.fromEntries(said)) }
  },
  line: event => {
    const { answers, verdict } = event.body
    const said = [
      answers.tried && `tried: ${answers.tried}`,
      answers.trying && `trying: ${answers.trying}`,
      answers.rollbackPlan && `rollback plan: ${answers.rollbackPlan}`,
      answers.morePeople && `more people: ${answers.morePeople}`,
      answers.stillImpacted && `still impacted: ${answers.stillImpacted}`,
    ].filter(Boolean)
    return automaticLine(event, 'decision', [`Checkpoint: ${verdict}`, ...said].join(' · '))
  },
})
