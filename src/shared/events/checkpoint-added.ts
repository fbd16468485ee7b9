import * as z from 'zod/mini'
import type { CheckpointId } from '../domain/ids'
import { texts } from '../texts/texts'
import { answeredText, checkpointAnswersField, withoutAnswers } from './checkpoint-answers'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'

/**
 * [CP10] Added to a checkpoint that a colleague had held: it appears next to their answers and changes none of them.
 */
export const checkpointAdded = defineEvent('checkpoint-added', {
  version: 1,
  body: z.object({ checkpoint: idField<CheckpointId>(), answers: checkpointAnswersField }),
  withoutTexts: ({ answers, ...body }, standIn) => ({ ...body, answers: withoutAnswers(answers, standIn) }),
  line: event =>
    automaticLine(event, 'note', () =>
      [texts.incidentLines.checkpointAdded, ...answeredText(event.body.answers)].join(' · '),
    ),
})
