import { definePart } from './define-part'

export const factsPart = definePart('facts', {
  initial: () => ({ links: [], services: null, detected: null }),
  on: {
    // [IL2] A second link to one address replaces the first one: it was renamed.
    'link-added': (facts, { body: { link } }) => ({
      ...facts,
      links: [...facts.links.filter(({ id, url }) => id !== link.id && url !== link.url), link],
    }),
    'link-removed': (facts, { body }) => ({ ...facts, links: facts.links.filter(({ id }) => id !== body.link.id) }),
    'services-stated': (facts, { body }) => ({ ...facts, services: body.services }),
    'detection-stated': (facts, { body }) => ({ ...facts, detected: body.detection }),
  },
})
