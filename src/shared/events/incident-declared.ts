import * as z from 'zod/mini'
import { noCrew } from '../domain/crew'
import type { Incident } from '../domain/incident'
import { defineEvent, type LoggedEvent } from './define'
import { linkedPageField, remarkField, severityField, titleField } from './fields'
import { automaticLine } from './line'

const body = z.object({
  title: titleField,
  severity: severityField,
  impact: remarkField,
  drill: z.boolean(),
  page: z.nullable(linkedPageField),
})

type Declared = LoggedEvent<'incident-declared', z.infer<typeof body>>

/** The first event of every log; there is no incident before it. */
export function beginIncident(event: Declared): Incident {
  const { title, severity, impact, drill, page } = event.body
  return {
    id: event.incident,
    title,
    severity,
    worstSeverity: severity,
    status: 'investigating',
    impact,
    drill,
    declaredAt: event.at,
    declaredBy: event.by,
    resolvedAt: null,
    started: null,
    ended: null,
    proposedTimes: [],
    pages: page === null ? [] : [page],
    roles: { ic: null, tech: null, comms: null, scribe: null },
    crew: noCrew,
    checkpoint: { state: 'off' },
    checkpointsHeld: [],
    updates: [],
    nextUpdateDueAt: null,
    published: {},
    handoffs: [],
    waitingMessages: 'unread',
    acts: [],
    dismissedProposals: [],
  }
}

export const incidentDeclared = defineEvent('incident-declared', {
  version: 1,
  body,
  // A log has one beginning; a second one changes nothing.
  apply: incident => incident,
  line: event => {
    const { severity, title, page } = event.body
    const origin = page === null ? '' : ` (from the page “${page.title}”)`
    return automaticLine(event, 'status', `Declared ${severity}: ${title}${origin}`)
  },
})
