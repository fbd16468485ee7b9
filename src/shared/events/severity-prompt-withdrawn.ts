import * as z from 'zod/mini'
import type { EventId } from '../domain/ids'
import { promptDirections } from '../domain/severity-prompts'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField, severityField } from './fields'
import { automaticLine } from './line'

/** [RS9] What spoke for it does so no longer: the engine takes its offer back before anybody answers it. */
export const severityPromptWithdrawn = defineEvent('severity-prompt-withdrawn', {
  version: 1,
  body: z.object({
    ...{ prompt: idField<EventId>(), direction: z.enum(promptDirections) },
    ...{ from: severityField, severity: severityField },
  }),
  line: event => automaticLine(event, 'status', () => t(texts.promptLines.withdrawn[event.body.direction], event.body)),
})
