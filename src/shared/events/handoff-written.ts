import * as z from 'zod/mini'
import type { HandoffId } from '../domain/ids'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'

export const handoffWritten = defineEvent('handoff-written', {
  version: 1,
  body: z.object({ handoff: idField<HandoffId>() }),
  line: event => automaticLine(event, 'handoff', () => texts.incidentLines.handoff),
})
