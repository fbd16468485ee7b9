import * as z from 'zod/mini'
import { termOf } from '../domain/owner'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { nameField, originField } from './fields'
import { automaticLine } from './line'

/** [OW1] A machine sends no more for the incident, so that another can take it over; until then nobody sends. */
export const ownerReleased = defineEvent('owner-released', {
  version: 1,
  body: z.object({
    origin: originField,
    term: z.int().check(z.gte(1)),
    /** Who is to go on; not in events of before it could be said. */
    to: z.optional(nameField),
  }),
  withoutTexts: (body, standIn) => ({ ...body, ...(body.to && { to: standIn }) }),
  wish: ({ body: { origin, term } }, { sending: { owner } }) =>
    term === termOf(owner) && (owner === null || owner.origin === origin) ? undefined : 'owner-taken',
  line: event => automaticLine(event, 'action', () => texts.folderLines.sendsNoMore),
})
