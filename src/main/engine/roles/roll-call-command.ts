import { assignedResponders, assignedRoleName } from '../../../shared/domain/responders'
import type { RollAnswer } from '../../../shared/domain/roll-call'
import { rollCalled } from '../../../shared/events/roll-called'
import { type CommandDecisions, decided, onIncident, refused } from '../record/decision'

export const rollCallCommand: CommandDecisions<'roles:call-roll'> = {
  // [RO9] Who is called comes from the record: a client cannot leave anybody out of the count.
  'roles:call-roll': onIncident<'roles:call-roll'>(({ present, absent }, { record, now, by }) => {
    const called = assignedResponders(record.incident)
    if (called.length === 0) return refused('nobody-to-call')
    const lines = called.map(({ responder, posts }) => {
      const answer: RollAnswer = present.includes(responder.id)
        ? 'present'
        : absent.includes(responder.id)
          ? 'absent'
          : 'not-heard'
      return { responder, posts: posts.map(assignedRoleName), answer }
    })
    return decided(rollCalled.draft({ lines }, now, by))
  }),
}
