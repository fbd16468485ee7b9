/** Editing an update that customers read already. */
export const editPublishedTexts = {
  title: 'Edit published update',
  about:
    'Changes the published text on {page}, and notifies nobody. Emails that were sent with the first text stay as they are. Both texts stay in the record.',
  retract: 'Replace by a retraction',
  retraction: 'This update was published in error and has been retracted. We will post a correct update shortly.',
  asItWas: 'As published',
  time: 'Displayed time, if it is wrong: published at {time} UTC',
  timeExample: '14:23 or 2026-11-30 14:23, UTC',
  howTime: 'Not a time that has passed: type 14:23 or 2026-11-30 14:23, in UTC.',
  why: 'Why (for the record)',
  submit: 'Edit published text',
  aboutMessage:
    'Replaces the published text in {page}; title and status stay. Nobody is notified. Both texts stay in the record.',
  propose: 'Propose the edit',
  proposeAbout: 'Someone who approves reads it first.',
  because: 'Edit anyway, because (for who approves, and for the record)',
  /** Read by somebody who approves. */
  read: {
    asks: '{name} proposed at {time} to change what customers read.',
    on: 'Published on',
    why: 'Why',
    time: 'Displayed time',
    utc: '{time} UTC',
    anyway: 'The check stops the new text: {what}. Why it is published anyway: “{reason}”',
    words: 'What customers read, and what would change',
  },
} as const
