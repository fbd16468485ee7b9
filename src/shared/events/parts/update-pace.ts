import { isRaised } from '../../domain/severity'
import { definePart } from './define-part'
import { statusAfter } from './milestones'
import { severityAfter } from './severity'

/** [UP12] The answer outlives restarts and the person who gave it; raising the severity and reopening start over. */
export const updatePacePart = definePart('pace', {
  initial: ({ at }) => ({ updatePace: { since: at, answer: null } }),
  on: {
    'update-pace-chosen': ({ updatePace }, { at, by, body: { pace, severity, slower } }) => ({
      updatePace: { ...updatePace, answer: { pace, severity, slower, by, at } },
    }),
    'severity-changed': (before, event, head) =>
      isRaised(head.severity.severity, severityAfter(head, event))
        ? { updatePace: { since: event.at, answer: null } }
        : before,
    'status-changed': (before, event, { concurrency, milestones: { status } }) =>
      status === 'resolved' && statusAfter(concurrency, event, status) !== 'resolved'
        ? { updatePace: { since: event.at, answer: null } }
        : before,
  },
})
