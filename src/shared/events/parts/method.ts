import { definePart } from './define-part'

/** [MA1] Of several that were adopted at once, the last in order. */
export const methodPart = definePart('method', {
  initial: () => ({ method: null }),
  on: {
    'method-adopted': (_, { body: { name, version, rules } }) => ({ method: { name, version, rules } }),
  },
})
