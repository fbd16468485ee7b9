import { closingMarked } from '../../../shared/events/closing-marked'
import { gateAnswered } from '../../../shared/events/gate-answered'
import { reviewPlanned } from '../../../shared/events/review-planned'
import { type CommandDecisions, changedSince, decided, onIncident, refused } from '../record/decision'

type Names = 'gate:answer' | 'closing:mark' | 'closing:plan-review'

/** What people say at the resolution gate, and what they do after it. */
export const gateCommands: CommandDecisions<Names> = {
  // [GT5]
  'gate:answer': onIncident<'gate:answer'>(({ criterion, answer, note, was }, { record, now, by }) => {
    const { method, gateWords } = record.incident
    const known = method?.rules.gate.find(({ id }) => id === criterion)
    if (known === undefined) return refused('gate-unknown')
    const word = gateWords[criterion]
    const conflict = changedSince(was, word?.answer ?? 'open')
    if (conflict !== undefined) return conflict
    if ((word?.answer ?? 'open') === answer && (word?.note ?? '') === note) return refused('gate-same')
    return decided(gateAnswered.draft({ criterion, text: known.text, answer, note }, now, by))
  }),

  // [GT7]
  'closing:mark': onIncident<'closing:mark'>(({ item, done, was }, { record, now, by }) => {
    const { method, closingDone, status } = record.incident
    const { closing = [], farewell = [] } = method?.rules ?? {}
    const known = [...closing, ...farewell].find(({ id }) => id === item)
    if (known === undefined) return refused('closing-unknown')
    if (status !== 'resolved') return refused('closing-open')
    const isDone = closingDone[item] !== undefined
    const conflict = changedSince(was, isDone)
    if (conflict !== undefined) return conflict
    if (isDone === done) return refused('gate-same')
    return decided(closingMarked.draft({ item, text: known.text, done }, now, by))
  }),

  // [GT8]
  'closing:plan-review': onIncident<'closing:plan-review'>(({ reviewAt, was }, { record, now, by }) => {
    const conflict = changedSince(was, record.incident.reviewAt)
    if (conflict !== undefined) return conflict
    if (reviewAt === record.incident.reviewAt) return refused('gate-same')
    if (reviewAt !== null && reviewAt <= now) return refused('review-past')
    return decided(reviewPlanned.draft({ reviewAt }, now, by))
  }),
}
