import * as z from 'zod/mini'
import { standInFor } from '../domain/people'
import { utcClock } from '../lib/time'
import { t, tCount } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { instant, remarkField, responderField } from './fields'
import { automaticLine, withReason } from './line'
import { transferField, zoneField } from './transfer-fields'

/**
 * [TC3] The next commander takes command, in one event: no machine ever has an accepted transfer without its commander.
 * What machines said of the role meanwhile is a conflict for a person, as of any role.
 */
export const transferAccepted = defineEvent('transfer-accepted', {
  version: 1,
  body: z.object({
    ...{ transfer: transferField, from: responderField, to: responderField },
    /** Sections that were not read back, or have changed since. */
    unread: z.int().check(z.nonnegative()),
    /** Why it was accepted without them. */
    reason: remarkField,
    /** [TC5] */
    overlapUntil: instant,
    zone: zoneField,
  }),
  withoutTexts: (body, standIn) => ({
    ...{ ...body, from: standInFor(standIn), to: standInFor(standIn), reason: body.reason && standIn },
  }),
  wish: ({ body }, { transfer: { transfers } }) =>
    transfers.some(({ id }) => id === body.transfer) ? undefined : 'transfer-gone',
  line: event => {
    const { from, to, unread, reason, overlapUntil } = event.body
    const { accepted, acceptedUnread } = texts.transferLines
    const said = { from: from.name, to: to.name, time: utcClock(overlapUntil).slice(0, 5) }
    return automaticLine(event, 'status', () =>
      withReason(unread === 0 ? t(accepted, said) : tCount(acceptedUnread, unread, said), reason),
    )
  },
})
