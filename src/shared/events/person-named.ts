import * as z from 'zod/mini'
import { defineEvent } from './define'

const opaque = z.string().check(z.regex(/^[0-9a-f]{32}$/, 'must be an id of a person or a session'))

/**
 * [NP1] The people behind the ids in `by` of other events: names are bodies only, so that they can be erased. A session
 * is one spelling of a name in one client, and its id means nothing else.
 */
export const personNamed = defineEvent('person-named', {
  stream: 'both',
  version: 1,
  body: z.object({
    person: opaque,
    session: opaque,
    name: z.string().check(z.maxLength(255)),
    /** What the window calls itself; empty where it does not say. */
    screen: z.string().check(z.maxLength(80)),
  }),
  withoutTexts: ({ person, session }, standIn) => ({ person, session, name: standIn, screen: '' }),
  line: () => undefined,
})
