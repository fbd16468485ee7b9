import * as z from 'zod/mini'
import { termOf } from '../domain/owner'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { originField } from './fields'
import { automaticLine } from './line'

/** [OW1] A person says that their machine sends for the incident from now on. Of two of one term the first in order holds. */
export const ownerTaken = defineEvent('owner-taken', {
  version: 1,
  body: z.object({ origin: originField, term: z.int().check(z.gte(2)) }),
  wish: ({ body: { term } }, { sending: { owner } }) => (term > termOf(owner) ? undefined : 'owner-taken'),
  line: event => automaticLine(event, 'action', () => texts.folderLines.sends),
})
