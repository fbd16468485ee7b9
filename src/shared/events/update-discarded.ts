import * as z from 'zod/mini'
import type { UpdateId } from '../domain/ids'
import { defineEvent } from './define'
import { withDelivery } from './delivery'
import { idField } from './fields'

export const updateDiscarded = defineEvent('update-discarded', {
  version: 1,
  body: z.object({ update: idField<UpdateId>() }),
  apply: (incident, event) => withDelivery(incident, event.body.update, { state: 'discarded' }),
  line: () => undefined,
})
