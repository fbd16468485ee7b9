import * as z from 'zod/mini'
import { alertLinkKinds } from '../domain/described-alert'
import type { ConnectionId } from '../domain/ids'
import { defineEvent } from './define'
import { idField } from './fields'

const MOST_LINKS_OF_ALERT = 60
export const LONGEST_ALERT_ADDRESS = 2_500

const text = z.string().check(z.maxLength(5_000))

const link = z.object({
  kind: z.enum(alertLinkKinds),
  name: z.string().check(z.maxLength(200)),
  address: z.string().check(z.minLength(1), z.maxLength(LONGEST_ALERT_ADDRESS)),
  refused: z.optional(z.literal(true)),
})

/**
 * [DI6] What the source of a linked alert said of it, as it was read once it was linked. No line tells of it, so that
 * nothing erases it [ER5].
 */
export const alertDescribed = defineEvent('alert-described', {
  version: 1,
  body: z.object({
    alert: z.object({
      connection: idField<ConnectionId>(),
      externalId: z.string().check(z.minLength(1), z.maxLength(128)),
      ...{ description: text, impact: text, value: text, threshold: text },
      links: z.readonly(z.array(link).check(z.maxLength(MOST_LINKS_OF_ALERT))),
    }),
  }),
  line: () => undefined,
})
