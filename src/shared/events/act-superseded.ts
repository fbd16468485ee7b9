import * as z from 'zod/mini'
import type { OutboxItemId } from '../domain/ids'
import { actField } from './act-field'
import { defineEvent } from './define'
import { idField } from './fields'

/** A newer request says what this one would have said; it was never sent. */
export const actSuperseded = defineEvent('act-superseded', {
  version: 1,
  stream: 'both',
  body: z.object({ act: idField<OutboxItemId>(), what: actField }),
  line: () => undefined,
})
