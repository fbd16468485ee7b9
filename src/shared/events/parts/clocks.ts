import { definePart } from './define-part'

/** Deadlines are timestamps in the log, so that a restart or a sleep cannot move them. */
export const clocksPart = definePart('clocks', {
  initial: () => ({ checkpoint: { state: 'off' }, checkpointsHeld: [], nextUpdateDueAt: null }),
  on: {
    'checkpoint-armed': (clocks, { body: { checkpoint: id, dueAt } }) => ({
      ...clocks,
      checkpoint: { state: 'waiting', id, dueAt },
    }),
    'checkpoint-held': (clocks, { at, by, body: { checkpoint: id, answers, verdict } }) => ({
      ...clocks,
      checkpointsHeld: [...clocks.checkpointsHeld, { id, answers, verdict, heldAt: at, by }],
    }),
    'status-changed': (clocks, { body }) =>
      body.to === 'resolved' ? { ...clocks, checkpoint: { state: 'off' }, nextUpdateDueAt: null } : clocks,
    'update-promised': (clocks, { body }) => ({ ...clocks, nextUpdateDueAt: body.dueAt }),
    'update-published': (clocks, { body: { content } }, { milestones }) => ({
      ...clocks,
      nextUpdateDueAt: milestones.status === 'resolved' ? null : content.nextUpdateAt,
    }),
  },
})
