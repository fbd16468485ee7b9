import { definePart } from './define-part'

export const handoffsPart = definePart('handoffs', {
  initial: () => ({ handoffs: [], waitingMessages: 'unread', notedSources: null, notedGate: null, heldEvents: [] }),
  on: {
    'handoff-written': (before, { at, by, body: { handoff: id } }) => ({
      ...before,
      handoffs: [...before.handoffs, { id, writtenAt: at, by }],
    }),
    'messages-counted': (before, { body }) => ({ ...before, waitingMessages: body.waiting }),
    'held-counted': (before, { body }) => ({ ...before, heldEvents: body.held }),
    'gate-noted': (before, { at, body: { criteria } }) => ({ ...before, notedGate: { at, criteria } }),
    'sources-noted': (before, { body }) => ({ ...before, notedSources: body.sources }),
  },
})
