import * as z from 'zod/mini'
import { standInFor } from '../domain/people'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { instant, remarkField, responderField } from './fields'
import { automaticLine, withReason } from './line'
import { handoverField, transferField, zoneField } from './transfer-fields'

/** [TC1] Command is offered to a person by name. It stays with the giver until that person accepts. */
export const transferPrepared = defineEvent('transfer-prepared', {
  version: 1,
  body: z.object({
    ...{ transfer: transferField, from: responderField, to: responderField, note: remarkField },
    /** When the giver took command. */
    since: instant,
    incidents: handoverField,
    zone: zoneField,
  }),
  withoutTexts: (body, standIn) => ({
    ...{ ...body, from: standInFor(standIn), to: standInFor(standIn), note: body.note && standIn },
  }),
  line: event => {
    const { from, to, note } = event.body
    return automaticLine(event, 'action', () =>
      withReason(t(texts.transferLines.prepared, { from: from.name, to: to.name }), note),
    )
  },
})
