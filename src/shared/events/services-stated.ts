import * as z from 'zod/mini'
import { listText, t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { servicesField } from './fact-fields'
import { automaticLine } from './line'

/** All affected services, as they were last stated. */
export const servicesStated = defineEvent('services-stated', {
  version: 1,
  body: z.object({ services: servicesField }),
  line: event => {
    const { services } = event.body
    const { services: some, noServices } = texts.incidentLines
    return automaticLine(event, 'status', () =>
      services.length === 0 ? noServices : t(some, { services: listText(services) }),
    )
  },
})
