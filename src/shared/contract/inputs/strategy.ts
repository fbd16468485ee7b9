import * as z from 'zod/mini'
import type { IncidentId } from '../../domain/ids'
import {
  attemptResults,
  evidenceSides,
  hypothesisStates,
  pointKinds,
  pointStates,
  taskStates,
} from '../../domain/strategy'
import { idField, instant, typedNameField } from '../../events/fields'
import { itemText, measureField, outcomeText, strategyIdField } from '../../events/strategy-fields'
import { treeWalkField } from '../../events/tree-walked'
import { decisionItems } from './decisions'
import { leadReportItem, reportItem } from './reports'

const incident = idField<IncidentId>()
const owner = z.nullable(typedNameField)

/** [ED1] What an edit began from; fields that its kind does not have are absent. */
const earlierItem = z.object({
  text: z.string().check(z.maxLength(100_000)),
  owner: z.optional(z.nullable(z.string().check(z.maxLength(1_000)))),
  dueAt: z.optional(z.nullable(instant)),
})

/** What can be put on the strategy board, by a line of the timeline or by a form. */
export const strategyItemField = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('task'), text: itemText, owner, dueAt: z.nullable(instant), measure: measureField }),
  z.object({ kind: z.literal('attempt'), text: itemText, result: z.enum(attemptResults), measure: measureField }),
  z.object({ kind: z.literal('hypothesis'), text: itemText }),
  z.object({ kind: z.literal('evidence'), text: itemText, hypothesis: strategyIdField, side: z.enum(evidenceSides) }),
  z.object({ kind: z.enum(pointKinds), text: itemText, owner }),
  ...decisionItems,
  reportItem,
  leadReportItem,
])
export type StrategyItem = z.infer<typeof strategyItemField>

export const strategyInputs = {
  /** Puts something on the board, or changes what has that id. */
  'strategy:put': z.object({ incident, id: strategyIdField, item: strategyItemField, was: z.optional(earlierItem) }),
  'strategy:acknowledge': z.object({ incident, task: strategyIdField }),
  'strategy:extend': z.object({ incident, task: strategyIdField, dueAt: instant }),
  'strategy:settle-task': z.object({
    ...{ incident, task: strategyIdField, state: z.enum(taskStates), result: outcomeText },
    was: z.optional(z.enum(taskStates)),
  }),
  'strategy:judge': z.object({
    ...{ incident, attempt: strategyIdField, result: z.enum(attemptResults) },
    was: z.optional(z.enum(attemptResults)),
  }),
  'strategy:settle-hypothesis': z.object({
    ...{ incident, hypothesis: strategyIdField, state: z.enum(hypothesisStates), reason: outcomeText },
    was: z.optional(z.enum(hypothesisStates)),
  }),
  'strategy:settle-point': z.object({
    ...{ incident, point: strategyIdField, state: z.enum(pointStates), answer: outcomeText },
    was: z.optional(z.enum(pointStates)),
  }),
  /** [TR2] A walk through a decision tree that came to its result, as the person saw it. */
  'trees:record': z.object({ incident, walk: treeWalkField }),
} as const
