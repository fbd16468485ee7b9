import * as z from 'zod/mini'
import { defineEvent } from './define'
import { incidentLinkField } from './fact-fields'
import { automaticLine } from './line'

export const linkAdded = defineEvent('link-added', {
  version: 1,
  body: z.object({ link: incidentLinkField }),
  line: event => {
    const { kind, label, url } = event.body.link
    return automaticLine(event, 'status', `Link added (${kind}): ${label}, ${url}`)
  },
})
