import * as z from 'zod/mini'
import { decisionStates } from '../../domain/decisions'
import type { EventId, IncidentId } from '../../domain/ids'
import { conditionFields, revisitOf } from '../../events/decision-fields'
import { idField } from '../../events/fields'
import { itemText, outcomeText, strategyIdField } from '../../events/strategy-fields'
import { panelUnits } from '../panel-units'

const incident = idField<IncidentId>()

/** [DN5] As a page sends it; the engine writes the value out as people read it. */
const revisitInput = z.nullable(
  revisitOf(
    z.object({
      ...{ ...conditionFields, unit: z.enum(panelUnits) },
      /** The value as it was typed. */
      typed: z.string().check(z.maxLength(300)),
    }),
  ),
)
export type RevisitInput = z.infer<typeof revisitInput>

const settles = {
  ...{ decision: strategyIdField, state: z.enum(decisionStates) },
  /** What it was in the sender's view. */
  was: z.enum(decisionStates),
}

/** What a line of the timeline, or a form, can say of decisions. */
export const decisionItems = [
  z.object({
    ...{ kind: z.literal('decision'), text: itemText, reason: outcomeText, revisit: revisitInput },
    /** Decided in the same breath, without asking for objections. */
    now: z.boolean(),
  }),
  z.object({ kind: z.literal('objection'), text: itemText, decision: strategyIdField }),
  /** `text` is the reason. */
  z.object({ kind: z.literal('verdict'), text: outcomeText, ...settles }),
] as const

export const decisionInputs = {
  'decision:settle': z.object({ incident, reason: outcomeText, ...settles }),
  'decision:revisit': z.object({
    ...{ incident, decision: strategyIdField, revisit: revisitInput },
    was: z.nullable(idField<EventId>()),
  }),
} as const
