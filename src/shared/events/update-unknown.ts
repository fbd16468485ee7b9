import * as z from 'zod/mini'
import type { OutboxItemId, UpdateId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { codedFields } from './coded-field'
import { defineEvent } from './define'
import { idField } from './fields'
import { automaticLine } from './line'

/** It may be out or not. The engine verifies; if it cannot, a person decides. */
export const updateUnknown = defineEvent('update-unknown', {
  version: 1,
  body: z.object({ update: idField<UpdateId>(), act: idField<OutboxItemId>(), reason: z.string(), ...codedFields }),
  line: event =>
    automaticLine(event, 'comms', () => {
      const { code, reason } = event.body
      return t(code === 'post-by-hand' ? texts.updateLines.toPost : texts.updateLines.unknown, { reason })
    }),
})
