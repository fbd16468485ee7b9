import * as z from 'zod/mini'
import { componentStatuses } from '../../../../shared/domain/update'

export const impacts = ['none', 'maintenance', 'minor', 'major', 'critical'] as const
export type StatuspageImpact = (typeof impacts)[number]

export const incidentStatuses = [
  ...['investigating', 'identified', 'monitoring', 'resolved'],
  ...['scheduled', 'in_progress', 'verifying', 'completed'],
] as const

const componentStatus = z.enum(componentStatuses, `must be one of ${componentStatuses.join(', ')}`)

const isoTime = z.string().check(z.refine(text => !Number.isNaN(Date.parse(text)), 'is not a time'))

/** Fields of `incident` that the drill plays; others are accepted and ignored, as the vendor does. */
export const statuspageIncidentChange = z.object({
  name: z.optional(
    z.string().check(z.trim(), z.minLength(1, "can't be blank"), z.maxLength(255, 'is too long (maximum is 255)')),
  ),
  status: z.optional(z.enum(incidentStatuses, `must be one of ${incidentStatuses.join(', ')}`)),
  impact_override: z.optional(z.nullable(z.enum(impacts, `must be one of ${impacts.join(', ')}`))),
  body: z.optional(z.string().check(z.maxLength(25_000, 'is too long (maximum is 25000)'))),
  components: z.optional(z.record(z.string(), componentStatus)),
  component_ids: z.optional(z.array(z.string())),
  deliver_notifications: z.optional(z.boolean()),
  scheduled_for: z.optional(isoTime),
  scheduled_until: z.optional(isoTime),
  metadata: z.optional(z.record(z.string(), z.record(z.string(), z.unknown(), 'must be an object'))),
})
export type StatuspageIncidentChange = Readonly<z.output<typeof statuspageIncidentChange>>

export const componentChange = z.object({
  name: z.optional(z.string().check(z.trim(), z.minLength(1, "can't be blank"))),
  description: z.optional(z.nullable(z.string())),
  status: z.optional(componentStatus),
})

const incidentFact = z.object({
  kind: z.literal('incident'),
  at: z.number(),
  incident: z.string(),
  /** Id of the update that this wrote, or null where it wrote none. */
  update: z.nullable(z.string()),
  change: statuspageIncidentChange,
})
const componentFact = z.object({
  kind: z.literal('component'),
  at: z.number(),
  component: z.string(),
  change: componentChange,
})

const postmortemFact = z.object({
  kind: z.literal('postmortem'),
  at: z.number(),
  incident: z.string(),
  /** A new draft, or null where the draft was published. */
  draft: z.nullable(z.string()),
  /** Whether subscribers got mail; false for a draft. */
  notified: z.boolean(),
})

export const updateChange = z.object({
  body: z.optional(z.string().check(z.maxLength(25_000, 'is too long (maximum is 25000)'))),
  display_at: z.optional(isoTime),
  deliver_notifications: z.optional(z.boolean()),
})

/** A posted update whose words or displayed time were changed. */
const editFact = z.object({
  ...{ kind: z.literal('edit'), at: z.number(), incident: z.string(), update: z.string(), change: updateChange },
})

export const metricPoint = z.object({ timestamp: z.number().check(z.int()), value: z.number() })

/** A point of a figure. */
const pointFact = z.object({
  ...{ kind: z.literal('point'), at: z.number(), metric: z.string(), point: metricPoint },
})

/** What Statuspage's stand-in stores of what it received: every accepted change, as it was sent. */
export const statuspageFact = z.discriminatedUnion('kind', [
  incidentFact,
  componentFact,
  postmortemFact,
  editFact,
  pointFact,
])
export type StatuspageFact = Readonly<z.output<typeof statuspageFact>>
export type IncidentFact = Readonly<z.output<typeof incidentFact>>
export type EditFact = Readonly<z.output<typeof editFact>>
export type PostmortemFact = Readonly<z.output<typeof postmortemFact>>
