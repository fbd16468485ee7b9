import * as z from 'zod/mini'
import type { EventId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField, severityField } from './fields'
import { automaticLine } from './line'

/** [RS7] “Not now”: the severity stays. */
export const severityPromptDeclined = defineEvent('severity-prompt-declined', {
  version: 1,
  body: z.object({ prompt: idField<EventId>(), from: severityField, severity: severityField }),
  line: event => automaticLine(event, 'status', () => t(texts.promptLines.declined, event.body)),
})
