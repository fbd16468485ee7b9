import type { Milestones } from '../../domain/incident'
import { definePart } from './define-part'

export const milestonesPart = definePart('milestones', {
  initial: () => ({ status: 'investigating', resolvedAt: null, started: null, ended: null, proposedTimes: [] }),
  on: {
    'status-changed': (before, { at, body: { from, to } }) =>
      to === 'resolved'
        ? { ...before, status: to, resolvedAt: at }
        : reopened({ ...before, status: to, resolvedAt: null }, from === 'resolved'),
    'time-proposed': (before, { body }) => ({ ...before, proposedTimes: [...before.proposedTimes, body] }),
    // Said again, a time is corrected.
    'started-at-confirmed': (before, { at, by, body }) => ({ ...before, started: { ...body, by, confirmedAt: at } }),
    'ended-at-confirmed': (before, { at, by, body }) => ({ ...before, ended: { ...body, by, confirmedAt: at } }),
  },
})

/** What came back has not ended. */
function reopened(milestones: Milestones, wasResolved: boolean): Milestones {
  return wasResolved ? { ...milestones, ended: null } : milestones
}
