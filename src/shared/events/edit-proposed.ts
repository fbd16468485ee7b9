import * as z from 'zod/mini'
import type { OutboxItemId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { updateEditField } from './act-field'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'
import { requestText } from './request-text'

/** [PE5] A person wants other words for what customers read, and somebody who approves reads them first. */
export const editProposed = defineEvent('edit-proposed', {
  version: 1,
  body: z.object({ edit: idField<OutboxItemId>(), what: updateEditField }),
  line: event =>
    automaticLine(event, 'comms', () => t(texts.updateLines.editProposed, { what: requestText(event.body.what) })),
})
