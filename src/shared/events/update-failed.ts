import * as z from 'zod/mini'
import type { ActId, UpdateId } from '../domain/ids'
import { defineEvent } from './define'
import { withDelivery } from './delivery'
import { idField } from './fields'
import { automaticLine } from './line'

/** It surely did not land; `inDoubt`: a person gave it up, and it may have. */
export const updateFailed = defineEvent('update-failed', {
  version: 1,
  body: z.object({
    update: idField<UpdateId>(),
    act: idField<ActId>(),
    reason: z.string(),
    inDoubt: z.optional(z.literal(true)),
  }),
  apply: (incident, event) => {
    const { update, act, reason, inDoubt = false } = event.body
    return withDelivery(incident, update, { state: 'failed', act, reason, inDoubt })
  },
  line: event =>
    automaticLine(
      event,
      'comms',
      event.body.inDoubt
        ? `Update not followed up: ${event.body.reason}`
        : `Update not published: ${event.body.reason}`,
    ),
})
