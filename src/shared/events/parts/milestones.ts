import type { Claim } from '../../domain/claims'
import type { Concurrency, Milestones } from '../../domain/incident'
import type { ConfirmedTime } from '../../domain/stated-time'
import { type Status, statuses } from '../../domain/status'
import { nextClaims } from '../next-claims'
import { definePart, type EventOf } from './define-part'

export const milestonesPart = definePart('milestones', {
  initial: () => ({
    ...{ status: 'investigating', resolvedAt: null, started: null, ended: null, proposedTimes: [] },
    ...{ lastResolved: null, cameBack: null },
  }),
  on: {
    'status-changed': (before, event, { concurrency }) =>
      withStatus(before, statusAfter(concurrency, event, before.status), event),
    'conflict-settled': (before, event, { concurrency }) =>
      event.body.about === 'status'
        ? withStatus(before, statusAfter(concurrency, event, before.status), event)
        : before,
    'time-proposed': (before, { body }) => ({ ...before, proposedTimes: [...before.proposedTimes, body] }),
    // If stated again, a time is corrected.
    'started-at-confirmed': (before, event, { concurrency }) => ({
      ...before,
      started: confirmedStart(concurrency, event),
    }),
    'ended-at-confirmed': (before, event, { concurrency }) => ({
      ...before,
      ended: earliest(nextClaims(concurrency, event).ended),
    }),
  },
})

/** [CF1] Of what several machines stated concurrently, the less resolved. */
export function statusAfter(
  concurrency: Concurrency,
  event: EventOf<'status-changed'> | EventOf<'conflict-settled'>,
  otherwise: Status,
): Status {
  const said = nextClaims(concurrency, event).status.map(({ value }) => statuses.indexOf(value))
  return said.length === 0 ? otherwise : (statuses[Math.min(...said)] ?? otherwise)
}

function withStatus(
  before: Milestones,
  status: Status,
  { at, by, body: { reason } }: EventOf<'status-changed'> | EventOf<'conflict-settled'>,
): Milestones {
  const said = { at, by, reason }
  if (status === 'resolved') {
    const lastResolved = before.status === 'resolved' ? before.lastResolved : said
    return { ...before, status, lastResolved, resolvedAt: before.resolvedAt ?? at }
  }
  if (before.status !== 'resolved') return { ...before, status, resolvedAt: null }
  // What came back has not ended.
  return { ...before, status, resolvedAt: null, ended: null, cameBack: { ...said, resolved: before.lastResolved } }
}

/** When it started, after a person confirmed a time. */
export function confirmedStart(concurrency: Concurrency, event: EventOf<'started-at-confirmed'>): ConfirmedTime | null {
  return earliest(nextClaims(concurrency, event).started)
}

/** [CF1] Of several that were stated concurrently, the earliest. */
function earliest(claims: readonly Claim<ConfirmedTime>[]): ConfirmedTime | null {
  return claims.reduce<ConfirmedTime | null>(
    (first, { value }) => (first === null || value.at < first.at ? value : first),
    null,
  )
}
