import * as z from 'zod/mini'
import { standInFor } from '../domain/people'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { responderField } from './fields'
import { automaticLine } from './line'
import { transferField } from './transfer-fields'

/** [TC5] The one who gave command is released: a person says so, no clock does. */
export const overlapEnded = defineEvent('overlap-ended', {
  version: 1,
  body: z.object({ transfer: transferField, giver: responderField }),
  withoutTexts: (body, standIn) => ({ ...body, giver: standInFor(standIn) }),
  line: event => automaticLine(event, 'action', () => t(texts.transferLines.released, { name: event.body.giver.name })),
})
