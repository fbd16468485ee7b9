import { definePart } from './define-part'

export const aboutPart = definePart('about', {
  initial: ({ incident, at, by, body: { title, impact, drill } }) => ({
    ...{ id: incident, title, impact, drill },
    ...{ declaredAt: at, declaredBy: by },
  }),
  on: {
    'incident-renamed': (about, { body }) => ({ ...about, title: body.to }),
    'impact-stated': (about, { body }) => ({ ...about, impact: body.impact }),
  },
})
