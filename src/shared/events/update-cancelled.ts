import * as z from 'zod/mini'
import type { UpdateId } from '../domain/ids'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'

/** Called back before it left: a draft again. */
export const updateCancelled = defineEvent('update-cancelled', {
  version: 1,
  body: z.object({ update: idField<UpdateId>() }),
  line: event => automaticLine(event, 'comms', () => texts.updateLines.cancelled),
})
