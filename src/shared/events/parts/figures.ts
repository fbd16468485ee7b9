import { definePart } from './define-part'
import { whoAndWhen } from './who-and-when'

/** [IM1] [IM3] What people stated of the impact, with all that was stated before. */
export const figuresPart = definePart('figures', {
  initial: () => ({ figuresStated: [] }),
  on: {
    'figure-stated': ({ figuresStated }, event) => {
      const { was: _, ...words } = event.body
      return { figuresStated: [...figuresStated, { ...words, stated: whoAndWhen(event), key: event.id }] }
    },
  },
})
