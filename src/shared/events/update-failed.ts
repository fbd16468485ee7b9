import * as z from 'zod/mini'
import type { ActId, UpdateId } from '../domain/ids'
import { defineEvent } from './define'
import { withDelivery } from './delivery'
import { idField } from './fields'
import { automaticLine } from './line'

/** It surely did not land. */
export const updateFailed = defineEvent('update-failed', {
  version: 1,
  body: z.object({ update: idField<UpdateId>(), act: idField<ActId>(), reason: z.string() }),
  apply: (incident, event) => {
    const { update, act, reason } = event.body
    return withDelivery(incident, update, { state: 'failed', act, reason })
  },
  line: event => automaticLine(event, 'comms', `Update not published: ${event.body.reason}`),
})
