import * as z from 'zod/mini'
import { defineEvent } from './define'
import { linkedPageField } from './fields'
import { automaticLine } from './line'

export const pageLinked = defineEvent('page-linked', {
  version: 1,
  body: z.object({ page: linkedPageField }),
  line: event => automaticLine(event, 'alert', `Page linked: ${event.body.page.title}`),
})
