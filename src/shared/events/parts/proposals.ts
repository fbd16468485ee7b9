import { definePart } from './define-part'

export const proposalsPart = definePart('proposals', {
  initial: () => ({ dismissedProposals: [] }),
  on: {
    'proposal-dismissed': ({ dismissedProposals }, { body }) => ({
      dismissedProposals: [...dismissedProposals, body.proposal],
    }),
  },
})
