import { isForCustomers } from '../../domain/channels/channel-kinds'
import type { Checkpoint } from '../../domain/checkpoint'
import type { CheckpointId } from '../../domain/ids'
import type { Millis } from '../../lib/time'
import { definePart } from './define-part'

/** Deadlines are timestamps in the log, so that a restart or a sleep cannot move them. A resolved incident has none. */
export const clocksPart = definePart('clocks', {
  initial: () => ({ checkpoint: { state: 'off' }, checkpointsHeld: [], nextUpdateDueAt: null }),
  on: {
    'checkpoint-armed': (clocks, { body: { checkpoint: id, dueAt } }, { milestones }) =>
      milestones.status === 'resolved' ? clocks : { ...clocks, checkpoint: armed(clocks.checkpoint, id, dueAt) },
    'checkpoint-held': (clocks, { at, by, body: { checkpoint: id, answers, verdict } }) => ({
      ...clocks,
      checkpointsHeld: [...clocks.checkpointsHeld, { id, answers, verdict, heldAt: at, by }],
    }),
    'status-changed': (clocks, { body }) =>
      body.to === 'resolved' ? { ...clocks, checkpoint: { state: 'off' }, nextUpdateDueAt: null } : clocks,
    'update-promised': (clocks, { body }, { milestones }) =>
      milestones.status === 'resolved' ? clocks : { ...clocks, nextUpdateDueAt: body.dueAt },
    // [UP7] What colleagues read keeps no promise to customers, and makes none.
    'update-published': (clocks, { body: { content } }, { milestones }) =>
      isForCustomers(content.channel)
        ? { ...clocks, nextUpdateDueAt: milestones.status === 'resolved' ? null : content.nextUpdateAt }
        : clocks,
  },
})

/** [CP4] Two machines that answered one checkpoint arm the same next one: the earlier of their times holds. */
function armed(before: Checkpoint, id: CheckpointId, dueAt: Millis): Checkpoint {
  const same = before.state === 'waiting' && before.id === id
  return { state: 'waiting', id, dueAt: same ? Math.min(before.dueAt, dueAt) : dueAt }
}
