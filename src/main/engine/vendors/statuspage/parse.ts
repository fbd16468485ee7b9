import * as z from 'zod/mini'
import { componentStatuses } from '../../../../shared/domain/update'
import { parserOf } from '../../http/json'
import { readableOf, rowsIn, rowsOf } from '../../http/rows'
import { idText, looseText, maybeText, maybeTime } from '../fields'

const component = z.object({
  id: idText,
  name: z.string(),
  group: z.nullish(z.boolean()),
  group_id: maybeText,
  // Statuspage sends the empty text for a component that was never set.
  status: z.enum([...componentStatuses, '']),
})

const incidentUpdate = z.object({
  id: maybeText,
  status: maybeText,
  body: maybeText,
  created_at: maybeTime,
  display_at: maybeTime,
})
/** Its status is in the list of components. */
const named = z.object({ id: idText, name: z.string(), group: z.nullish(z.boolean()) })

const incident = z.object({
  id: idText,
  name: maybeText,
  status: z.string(),
  shortlink: looseText,
  created_at: maybeTime,
  updated_at: maybeTime,
  scheduled_for: maybeTime,
  scheduled_until: maybeTime,
  incident_updates: z.optional(readableOf(incidentUpdate)),
  components: z.optional(readableOf(named)),
  metadata: z.optional(z.unknown()),
})

const template = z.object({
  id: idText,
  name: maybeText,
  title: maybeText,
  body: maybeText,
  update_status: maybeText,
})

const metric = z.object({ id: idText, name: maybeText, suffix: maybeText })

/** What the page itself serves to everybody as `/api/v2/summary.json`. */
const summary = z.object({
  components: rowsOf(component),
  incidents: z.optional(rowsIn(incident)),
  scheduled_maintenances: z.optional(rowsIn(incident)),
})

/** It is there, whatever else the answer says of it. */
const delivered = z.object({
  id: idText,
  shortlink: maybeText,
  incident_updates: z.catch(z.optional(readableOf(incidentUpdate)), undefined),
})

export type StatuspageComponent = z.output<typeof component>
export type StatuspageIncident = z.output<typeof incident>
export type StatuspageTemplate = z.output<typeof template>
export type StatuspageMetric = z.output<typeof metric>
export type LandedIncident = z.output<typeof delivered>

export const parseComponents = parserOf('statuspage', rowsOf(component))
export const parseIncidents = parserOf('statuspage', rowsOf(incident))
export const parseSummary = parserOf('statuspage', summary)
export const parseTemplates = parserOf('statuspage', rowsOf(template))
export const parseMetrics = parserOf('statuspage', rowsOf(metric))
/** Nothing of it is needed: that it was taken is in the status. */
export const parsePoint = parserOf('statuspage', z.unknown())
export const parseIncident = parserOf('statuspage', incident)
export const parseLanded = parserOf('statuspage', delivered)
export const parseLandedUpdate = parserOf('statuspage', z.object({ id: idText }))
export const parseStatusPage = parserOf('statuspage', z.object({ id: idText, name: maybeText }))

const marker = z.object({ quarterdeck: z.object({ incident: z.string(), update: z.string() }) })

/** Our update's id in an incident's metadata; null: not one of ours. */
export function statuspageMarkedUpdate(incident: StatuspageIncident): string | null {
  const result = z.safeParse(marker, incident.metadata)
  return result.success ? result.data.quarterdeck.update : null
}

const incidentMarker = z.object({ quarterdeck: z.object({ incident: z.string() }) })

/** Whose public incident it is, by our mark; null: nobody marked it. */
export function markedIncident(incident: StatuspageIncident): string | null {
  const result = z.safeParse(incidentMarker, incident.metadata)
  return result.success ? result.data.quarterdeck.incident : null
}

const requestMarker = z.object({ quarterdeck: z.object({ act: z.string() }) })

/** Our item's id in an incident's metadata; null: not one of ours. */
export function statuspageMarkedItem(incident: StatuspageIncident): string | null {
  const result = z.safeParse(requestMarker, incident.metadata)
  return result.success ? result.data.quarterdeck.act : null
}

export const parseComponent = parserOf('statuspage', component)

const postmortem = z.object({ body: maybeText, body_draft: maybeText, published_at: maybeText })
export const parsePostmortem = parserOf('statuspage', postmortem)

const errorBody = z.union([
  z.object({ message: z.string() }),
  z.object({ error: z.union([z.string(), z.array(z.string())]) }),
  z.array(z.string()),
])

/** Statuspage's error text: documented is `message`; a bare list of texts (422) and `error` were seen too. */
export function statuspageMessage(body: unknown): string | null {
  const result = z.safeParse(errorBody, body)
  if (!result.success) return typeof body === 'string' ? body : null
  const found = result.data
  if (Array.isArray(found)) return found.join('; ')
  const said = 'message' in found ? found.message : found.error
  return typeof said === 'string' ? said : said.join('; ')
}
