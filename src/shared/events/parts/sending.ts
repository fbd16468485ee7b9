import { definePart } from './define-part'

/** [OW1] Who sends; null: the machine on which it was declared. */
export const sendingPart = definePart('sending', {
  initial: () => ({ owner: null }),
  on: {
    'owner-taken': (_, { body: { origin, term }, by }) => ({ owner: { origin, term, by } }),
    'owner-released': (_, { body: { origin, term, to }, by }) => ({
      owner: { origin: null, term, by, from: origin, ...(to && { to }) },
    }),
  },
})
