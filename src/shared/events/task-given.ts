import * as z from 'zod/mini'
import { standInFor } from '../domain/people'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { instant } from './fields'
import {
  dueClock,
  entryField,
  itemText,
  lineUnlessTyped,
  measureField,
  ownerField,
  strategyIdField,
} from './strategy-fields'

export const taskGiven = defineEvent('task-given', {
  version: 2,
  body: z.object({
    task: strategyIdField,
    text: itemText,
    owner: ownerField,
    dueAt: z.nullable(instant),
    entry: entryField,
    measure: measureField,
  }),
  withoutTexts: (body, standIn) => ({ ...body, text: standIn, owner: body.owner && standInFor(standIn) }),
  line: event => {
    const { text, owner, dueAt, entry } = event.body
    return lineUnlessTyped(event, entry, () => {
      const { task, taskFor, due } = texts.strategyLines
      const line = owner === null ? t(task, { text }) : t(taskFor, { who: owner.name, text })
      return dueAt === null ? line : t(due, { line, time: dueClock(dueAt) })
    })
  },
})
