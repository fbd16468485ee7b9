import type { Role } from '../../../shared/domain/people'

/** What the record of an incident can show to be done, so that nobody has to mark it. */
export type StepFact = 'roles-filled' | 'impact-stated' | 'update-drafted' | 'update-published' | 'checkpoint-held'

export interface FirstStep {
  /** In the record where it was marked: never renamed. */
  readonly id: string
  readonly text: string
  readonly shownBy?: StepFact
}

export interface RoleCardWords {
  /** Asked when the role is to be filled. */
  readonly asks: string
  readonly duties: readonly string[]
  readonly isNot: string
  readonly firstSteps: readonly FirstStep[]
}

/** What a role does, what it does not, and how it begins. Words only, so that teams and languages may have their own. */
export const roleCards: Readonly<Record<Role, RoleCardWords>> = {
  ic: {
    asks: 'Who commands?',
    duties: [
      'Decide: hear the options, choose one, say it aloud.',
      'Know what is being tried, by whom, and when you look again.',
      'Ask for more people early, and hand over before you tire.',
    ],
    isNot: 'Not the one who fixes. Keep your hands off the broken system, or give command away.',
    firstSteps: [
      { id: 'say', text: 'Say on the call that you command' },
      { id: 'crew', text: 'Fill the roles that this severity needs', shownBy: 'roles-filled' },
      { id: 'impact', text: 'State in one sentence what customers cannot do', shownBy: 'impact-stated' },
      { id: 'first-try', text: 'Ask the tech lead what is tried first, and how to go back' },
      { id: 'checkpoint', text: 'Hold the first checkpoint on time', shownBy: 'checkpoint-held' },
    ],
  },
  tech: {
    asks: 'Who leads the repair?',
    duties: [
      'Lead the repair: one plan at a time, each with its way back.',
      'Send people to look, and get back from each what they found.',
      'Tell the IC what is likely, how sure you are, and what it risks.',
    ],
    isNot: 'Not the commander: you propose, the IC decides. Not the only pair of hands either.',
    firstSteps: [
      { id: 'changes', text: 'Look at what changed last: deploys, flags, settings' },
      { id: 'lookers', text: 'Name who looks where' },
      { id: 'cause', text: 'Say the likeliest cause, and how sure you are' },
      { id: 'first-try', text: 'Propose the first try together with its way back' },
    ],
  },
  comms: {
    asks: 'Who writes to customers?',
    duties: [
      'Tell customers what they feel, what is done, and when they hear again.',
      'Tell support and leadership first, so that nobody asks in the room.',
      'Keep the promised time, also with nothing new to say.',
    ],
    isNot: 'Not the judge of the cause. Nothing leaves that the IC has not agreed to.',
    firstSteps: [
      { id: 'impact', text: 'Ask the IC who is hit and what they cannot do', shownBy: 'impact-stated' },
      { id: 'seen', text: 'Look at what customers can read now' },
      { id: 'draft', text: 'Draft the first update', shownBy: 'update-drafted' },
      { id: 'publish', text: 'Get the IC’s yes and publish it', shownBy: 'update-published' },
      { id: 'promise', text: 'Say in the room when the next one is due' },
    ],
  },
  scribe: {
    asks: 'Who keeps the timeline?',
    duties: [
      'Write what was decided, by whom, and why.',
      'Write what was tried and what came of it, each with its time.',
      'Read a decision back when it was not clear.',
    ],
    isNot: 'Not a recorder of every word, and not busy elsewhere: facts, decisions and times.',
    firstSteps: [
      { id: 'say', text: 'Say that you write, and where it can be read' },
      { id: 'began', text: 'Write when it began, and who is here' },
      { id: 'missed', text: 'Ask for the times of what you missed' },
      { id: 'decision', text: 'Write the first decision as a decision' },
    ],
  },
}

/** How a role of the incident's own begins; its duties are whatever was written when it was added. */
export const ownRoleCard: Omit<RoleCardWords, 'duties'> = {
  asks: 'Who takes it?',
  isNot: '',
  firstSteps: [
    { id: 'say', text: 'Say on the call what you see to' },
    { id: 'first', text: 'Ask the IC what comes first, and by when' },
  ],
}
