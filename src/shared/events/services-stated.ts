import * as z from 'zod/mini'
import { defineEvent } from './define'
import { servicesField } from './fact-fields'
import { automaticLine } from './line'

/** All services that are affected, as somebody said it last. */
export const servicesStated = defineEvent('services-stated', {
  version: 1,
  body: z.object({ services: servicesField }),
  line: event => automaticLine(event, 'status', `Services affected: ${event.body.services.join(', ') || 'none'}`),
})
