import * as z from 'zod/mini'
import type { UpdateId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { copiesField, copiesText } from './copies'
import { defineEvent } from './define'
import { idField, updateContentField } from './fields'
import { failureLine } from './line'

/** [OB21] It was sent again after the first seemed lost, and the vendor performed both. It stays published. */
export const updateFoundTwice = defineEvent('update-found-twice', {
  version: 1,
  body: z.object({ update: idField<UpdateId>(), content: updateContentField, copies: copiesField }),
  line: event => {
    const { content, copies } = event.body
    const { channel, title } = content
    return failureLine(event, 'comms', () =>
      t(texts.updateLines.twice, { channel: channel.label, title, copies: copiesText(copies) }),
    )
  },
})
