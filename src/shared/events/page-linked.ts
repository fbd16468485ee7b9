import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { linkedPageField } from './fields'
import { automaticLine } from './line'

export const pageLinked = defineEvent('page-linked', {
  version: 1,
  body: z.object({ page: linkedPageField }),
  line: event =>
    automaticLine(event, 'alert', () => t(texts.incidentLines.alertLinked, { title: event.body.page.title })),
})
