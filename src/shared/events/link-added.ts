import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { incidentLinkField } from './fact-fields'
import { automaticLine } from './line'

export const linkAdded = defineEvent('link-added', {
  version: 1,
  body: z.object({ link: incidentLinkField }),
  line: event => {
    const { kind, label, url } = event.body.link
    return automaticLine(event, 'status', () =>
      t(texts.incidentLines.linkAdded, { kind: texts.incidentLines.linkKinds[kind], label, url }),
    )
  },
})
