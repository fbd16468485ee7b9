import * as z from 'zod/mini'
import { type CheckpointAnswers, type Verdict, verdicts } from '../domain/checkpoint'
import type { CheckpointId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
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
    return automaticLine(event, 'decision', () => heldText(verdict, answers))
  },
})

/** Only the questions that were answered, in the order in which they are asked. */
function heldText(verdict: Verdict, answers: CheckpointAnswers): string {
  const { checkpoint, verdicts: names, answers: forms } = texts.incidentLines
  const asked = Object.keys(forms) as (keyof CheckpointAnswers)[]
  const said = asked.flatMap(name => (answers[name] === '' ? [] : [t(forms[name], { answer: answers[name] })]))
  return [t(checkpoint, { verdict: names[verdict] }), ...said].join(' · ')
}
