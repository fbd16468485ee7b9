import { nextClaims } from '../next-claims'
import { definePart } from './define-part'

/** [CF1] Of several concurrent titles or impacts, the last in order. */
export const aboutPart = definePart('about', {
  initial: ({ incident, at, by, body: { title, impact, drill } }) => ({
    ...{ id: incident, title, impact, drill },
    ...{ declaredAt: at, declaredBy: by },
  }),
  on: {
    // What came before the stream had an id of its own was written under another.
    'workspace-begun': (about, { incident }) => ({ ...about, id: incident }),
    'incident-renamed': (about, { body }) => ({ ...about, title: body.to }),
    'impact-stated': (about, { body }) => ({ ...about, impact: body.impact }),
    'conflict-settled': (before, event, { concurrency }) => {
      const { about } = event.body
      if (about !== 'title' && about !== 'impact') return before
      return { ...before, [about]: nextClaims(concurrency, event)[about].at(-1)?.value ?? before[about] }
    },
  },
})
