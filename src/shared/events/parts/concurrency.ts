import type { Concurrency } from '../../domain/incident'
import { noConcurrency } from '../causality'
import { nextClaims } from '../next-claims'
import type { KnownEvent } from '../registry'
import { definePart } from './define-part'

const claimed = (concurrency: Concurrency, event: KnownEvent): Concurrency => ({
  ...concurrency,
  claims: nextClaims(concurrency, event),
})

/** [CF1] Which statements were concurrent. */
export const concurrencyPart = definePart('concurrency', {
  initial: () => noConcurrency,
  on: {
    'severity-changed': claimed,
    'status-changed': claimed,
    'incident-renamed': claimed,
    'impact-stated': claimed,
    'started-at-confirmed': claimed,
    'ended-at-confirmed': claimed,
    'update-promised': claimed,
    'update-published': claimed,
    'update-publishing': claimed,
    'update-approved': claimed,
    'update-sent-back': claimed,
    'role-assigned': claimed,
    'role-released': claimed,
    'role-dropped': claimed,
    'transfer-accepted': claimed,
    'transfer-ended': claimed,
    'conflict-settled': claimed,
  },
})
