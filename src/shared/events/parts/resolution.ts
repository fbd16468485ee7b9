import type { Resolution } from '../../domain/resolution'
import { definePart } from './define-part'

const nothing: Resolution = { gateWords: {}, closingDone: {}, reviewAt: null, gateCompletedAt: null }

export const resolutionPart = definePart('resolution', {
  initial: () => nothing,
  on: {
    // [GT9] What came back is judged again.
    'status-changed': (before, { body }, { milestones }) => {
      if (milestones.status === 'resolved' && body.to !== 'resolved') return nothing
      return before.gateCompletedAt === null ? before : { ...before, gateCompletedAt: null }
    },
    'gate-answered': (before, { body: { criterion, answer, note }, by, at }) => {
      const { [criterion]: _earlier, ...others } = before.gateWords
      const gateWords = answer === 'open' ? others : { ...others, [criterion]: { answer, note, by, at } }
      return { ...before, gateWords }
    },
    'gate-completed': (before, { at }) => ({ ...before, gateCompletedAt: at }),
    'closing-marked': (before, { body: { item, done }, by, at }) => {
      const { [item]: _earlier, ...others } = before.closingDone
      return { ...before, closingDone: done ? { ...others, [item]: { by, at } } : others }
    },
    'review-planned': (before, { body: { reviewAt } }) => ({ ...before, reviewAt }),
  },
})
