import * as z from 'zod/mini'
import { defineEvent } from './define'
import { incidentLinkField } from './fact-fields'
import { automaticLine } from './line'

export const linkRemoved = defineEvent('link-removed', {
  version: 1,
  body: z.object({ link: incidentLinkField }),
  line: event => automaticLine(event, 'status', `Link removed: ${event.body.link.label}, ${event.body.link.url}`),
})
