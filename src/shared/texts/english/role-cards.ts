/** What a role does, what it does not, and how it begins. Each step by its name in the record. What the IC does is in the method. */

export const roleCardsTexts = {
  ic: {
    asks: 'Who commands?',
  },
  tech: {
    asks: 'Who leads the repair?',
    duties: [
      'Lead the repair: one plan at a time, each with a rollback.',
      'Assign people to investigate, and collect what they find.',
      'Give the IC the likely cause, how sure you are, and the risk.',
    ],
    isNot: 'Does not command: you propose, the IC decides. Does not fix everything alone.',
    firstSteps: {
      changes: 'Check what changed last: deploys, flags, settings',
      lookers: 'Decide who investigates what',
      cause: 'Say the likeliest cause, and how sure you are',
      'first-try': 'Propose the first fix, with its rollback',
    },
  },
  comms: {
    asks: 'Who writes to customers?',
    duties: [
      'Write to customers what is affected, what we are doing, and when the next update comes.',
      'Inform support and leadership first, so that they do not ask on the call.',
      'Publish on time, even with nothing new to say.',
    ],
    isNot: 'Does not decide the cause. Publishes nothing that the IC has not agreed to.',
    firstSteps: {
      impact: 'Ask the IC who is affected and what they cannot do',
      seen: 'Check what customers can read now',
      draft: 'Draft the first update',
      publish: 'Get the IC’s OK and publish it',
      promise: 'Say on the call when the next one is due',
    },
  },
  scribe: {
    asks: 'Who keeps the timeline?',
    duties: [
      'Write what was decided, by whom, and why.',
      'Write what was tried and what came of it, each with its time.',
      'Read a decision back when it was not clear.',
    ],
    isNot: 'Does not record every word, and does nothing else meanwhile: facts, decisions and times.',
    firstSteps: {
      say: 'Say that you are scribe, and where to read the timeline',
      began: 'Write when it started, and who is here',
      missed: 'Ask for the times of what you missed',
      decision: 'Write the first decision as a decision',
    },
  },
  /** A role of the incident’s own; its duties are whatever was written when it was added. */
  own: {
    asks: 'Who takes this role?',
    firstSteps: {
      say: 'Say on the call what you are responsible for',
      first: 'Ask the IC what comes first, and by when',
    },
  },
} as const
