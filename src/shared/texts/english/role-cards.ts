/** What a role does, what it does not, and how it begins. Each step by its name in the record. */

export const roleCardsTexts = {
  ic: {
    asks: 'Who commands?',
    duties: [
      'Decide: hear the options, choose one, say it aloud.',
      'Know what is being tried, by whom, and when you look again.',
      'Ask for more people early, and hand over before you tire.',
    ],
    isNot: 'Not the one who fixes. Keep your hands off the broken system, or give command away.',
    firstSteps: {
      say: 'Say on the call that you command',
      crew: 'Fill the roles that this severity needs',
      impact: 'State in one sentence what customers cannot do',
      'first-try': 'Ask the tech lead what is tried first, and how to go back',
      checkpoint: 'Hold the first checkpoint on time',
    },
  },
  tech: {
    asks: 'Who leads the repair?',
    duties: [
      'Lead the repair: one plan at a time, each with its way back.',
      'Send people to look, and get back from each what they found.',
      'Tell the IC what is likely, how sure you are, and what it risks.',
    ],
    isNot: 'Not the commander: you propose, the IC decides. Not the only pair of hands either.',
    firstSteps: {
      changes: 'Look at what changed last: deploys, flags, settings',
      lookers: 'Name who looks where',
      cause: 'Say the likeliest cause, and how sure you are',
      'first-try': 'Propose the first try together with its way back',
    },
  },
  comms: {
    asks: 'Who writes to customers?',
    duties: [
      'Tell customers what they feel, what is done, and when they hear again.',
      'Tell support and leadership first, so that nobody asks in the room.',
      'Keep the promised time, also with nothing new to say.',
    ],
    isNot: 'Not the judge of the cause. Nothing leaves that the IC has not agreed to.',
    firstSteps: {
      impact: 'Ask the IC who is hit and what they cannot do',
      seen: 'Look at what customers can read now',
      draft: 'Draft the first update',
      publish: 'Get the IC’s yes and publish it',
      promise: 'Say in the room when the next one is due',
    },
  },
  scribe: {
    asks: 'Who keeps the timeline?',
    duties: [
      'Write what was decided, by whom, and why.',
      'Write what was tried and what came of it, each with its time.',
      'Read a decision back when it was not clear.',
    ],
    isNot: 'Not a recorder of every word, and not busy elsewhere: facts, decisions and times.',
    firstSteps: {
      say: 'Say that you write, and where it can be read',
      began: 'Write when it began, and who is here',
      missed: 'Ask for the times of what you missed',
      decision: 'Write the first decision as a decision',
    },
  },
  /** A role of the incident’s own; its duties are whatever was written when it was added. */
  own: {
    asks: 'Who takes it?',
    firstSteps: {
      say: 'Say on the call what you see to',
      first: 'Ask the IC what comes first, and by when',
    },
  },
} as const
