import * as z from 'zod/mini'
import type { EventId, IncidentId, TeamId } from '../../domain/ids'
import { reportFields } from '../../events/customers-reported'
import { idField, instant } from '../../events/fields'
import { outcomeText, strategyIdField } from '../../events/strategy-fields'

/** [CR1] Of a line of the timeline, or of a form. */
export const reportItem = z.object({
  ...{ kind: z.literal('report'), ...reportFields },
  /** When it came in; null: at the line’s time, or now. */
  at: z.nullable(instant),
})

/** [RC3] What the lead of a sub-team reports, at the line’s time, or now; empty: nothing new. */
export const leadReportItem = z.object({ kind: z.literal('lead'), team: idField<TeamId>(), text: outcomeText })

export const reportInputs = {
  'reports:correct': z.object({
    ...{ incident: idField<IncidentId>(), report: strategyIdField, ...reportFields, retracted: z.boolean() },
    /** The event that had last changed it in the sender's view. */
    was: idField<EventId>(),
  }),
} as const
