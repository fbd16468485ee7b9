import * as z from 'zod/mini'
import { standInFor } from '../domain/people'
import { transferEnds } from '../domain/transfer'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { remarkField, responderField } from './fields'
import { automaticLine, withReason } from './line'
import { transferField } from './transfer-fields'

/** [TC4] A transfer that comes to nothing: the giver's side took it back, or the one who was named declined. */
export const transferEnded = defineEvent('transfer-ended', {
  version: 1,
  body: z.object({
    ...{ transfer: transferField, as: z.enum(transferEnds) },
    /** Who keeps command; null: nobody has it. */
    from: z.nullable(responderField),
    ...{ to: responderField, reason: remarkField },
  }),
  withoutTexts: (body, standIn) => ({
    ...{ ...body, from: body.from && standInFor(standIn), to: standInFor(standIn), reason: body.reason && standIn },
  }),
  line: event => {
    const { as, to, reason } = event.body
    return automaticLine(event, 'action', () => withReason(t(texts.transferLines[as], { to: to.name }), reason))
  },
})
