import * as z from 'zod/mini'
import type { Millis } from '../../../../shared/lib/time'
import type { Scenario, ScenarioPage } from '../scenario'

/** What every fact has; `by` is a user's id. */
const common = { at: z.number(), incident: z.string(), by: z.string() }

const statusFact = z.object({
  kind: z.literal('status'),
  ...common,
  status: z.enum(['triggered', 'acknowledged', 'resolved']),
})
const snoozeFact = z.object({ kind: z.literal('snooze'), ...common, until: z.number() })
const noteFact = z.object({ kind: z.literal('note'), ...common, id: z.string(), content: z.string() })
/** Who has it from then on: users by name, or a level of the policy of a service. */
const assignFact = z.object({
  kind: z.literal('assign'),
  ...common,
  users: z.array(z.string()),
  policyOf: z.nullable(z.string()),
  level: z.nullable(z.number()),
})
const statusUpdateFact = z.object({ kind: z.literal('status-update'), ...common, id: z.string(), message: z.string() })
const respondersFact = z.object({
  kind: z.literal('responders'),
  ...common,
  id: z.string(),
  message: z.string(),
  users: z.array(z.string()),
})
const createdFact = z.object({
  kind: z.literal('created'),
  ...common,
  key: z.string(),
  service: z.string(),
  title: z.string(),
  urgency: z.enum(['high', 'low']),
  details: z.string(),
  /** The service whose escalation policy was asked for; absent: its own. */
  policyOf: z.optional(z.string()),
})

/** What PagerDuty's stand-in stores of what it received. */
export const pagerDutyFact = z.discriminatedUnion('kind', [
  statusFact,
  snoozeFact,
  noteFact,
  assignFact,
  statusUpdateFact,
  respondersFact,
  createdFact,
])
export type PagerDutyFact = Readonly<z.output<typeof pagerDutyFact>>
export type NoteFact = Readonly<z.output<typeof noteFact>>
export type PageStatus = z.output<typeof statusFact>['status']

export type PagerDutyUser = Scenario['pagerduty']['users'][number]

/** An incident as it is now, from the scenario or created by a person. */
export interface PageState {
  readonly page: ScenarioPage
  readonly key: string
  /** From 1; for people. */
  readonly number: number
  readonly createdAt: Millis
  readonly status: PageStatus
  readonly changedAt: Millis
  /** When it is triggered again by itself; null: it is not. */
  readonly snoozedUntil: Millis | null
  /** A user's id; null: the monitoring that had opened it. */
  readonly changedBy: string | null
  /** Users' ids; empty once resolved. */
  readonly assignees: readonly string[]
  readonly assignedDirectly: boolean
  /** The service whose escalation policy it is on. */
  readonly policyOf: string
  readonly facts: readonly PagerDutyFact[]
}
