import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { incidentLinkField } from './fact-fields'
import { automaticLine } from './line'

export const linkRemoved = defineEvent('link-removed', {
  version: 1,
  body: z.object({ link: incidentLinkField }),
  line: event => {
    const { label, url } = event.body.link
    return automaticLine(event, 'status', () => t(texts.incidentLines.linkRemoved, { label, url }))
  },
})
