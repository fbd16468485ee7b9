import * as z from 'zod/mini'
import type { Millis } from '../../../../shared/lib/time'
import type { Scenario, ScenarioPage } from '../scenario'

const statusFact = z.object({
  kind: z.literal('status'),
  at: z.number(),
  incident: z.string(),
  status: z.enum(['triggered', 'acknowledged', 'resolved']),
  /** A user's id. */
  by: z.string(),
})

const noteFact = z.object({
  kind: z.literal('note'),
  at: z.number(),
  incident: z.string(),
  id: z.string(),
  content: z.string(),
  by: z.string(),
})

/** What PagerDuty's stand-in keeps of what it was told. */
export const pagerDutyFact = z.discriminatedUnion('kind', [statusFact, noteFact])
export type PagerDutyFact = Readonly<z.output<typeof pagerDutyFact>>
export type NoteFact = Readonly<z.output<typeof noteFact>>
export type PageStatus = z.output<typeof statusFact>['status']

export type PagerDutyUser = Scenario['pagerduty']['users'][number]

/** A page of the story as it stands now. */
export interface PageState {
  readonly page: ScenarioPage
  /** Place in the scenario, from 1. */
  readonly number: number
  readonly createdAt: Millis
  readonly status: PageStatus
  readonly changedAt: Millis
  /** A user's id; null: the monitoring that had opened it. */
  readonly changedBy: string | null
  readonly notes: readonly NoteFact[]
}
