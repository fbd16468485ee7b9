/** The status page apart from updates: components, maintenance, and the postmortem. */

export const statusPageTexts = {
  title: 'Status page',
  notConnected: 'No status page is connected.',
  connect: 'Connect it with {key}',

  components: {
    title: 'Components',
    onItsWay: 'On its way to the page.',
    hint: 'A digit from 1 to 5, or the side arrows, choose another status.',
    nobodyMailed: 'Nobody is mailed. To say something with it, write an update.',
    submit: { one: 'Set one component {key}', other: 'Set {count} components {key}' },
    was: '{status} →',
  },

  maintenance: {
    title: 'Maintenance',
    none: 'None is announced. {key} schedules one.',
    moves: { in_progress: 'Start now', completed: 'Complete' },
    submit: { in_progress: 'Start it', completed: 'Complete it' },
    noComponent: 'It names no component.',
    concerned: { in_progress: '{names}: under maintenance.', completed: '{names}: operational again.' },
    noTime: 'The page does not say when.',
  },

  schedule: {
    title: 'Schedule maintenance',
    submit: 'Announce it',
    hint: 'It begins and ends by itself.',
    page: 'Page',
    name: 'What is done',
    noName: 'Customers read it first: name the work.',
    from: 'Begins (UTC)',
    until: 'Ends (UTC, or after)',
    how: 'Write 22:00, or 2026-11-21 22:00, or +2h.',
    past: 'That is past: it is {time} UTC now.',
    notAfter: 'It must end after it begins.',
    text: 'What customers will notice',
    noText: 'Say what customers will notice, or that they will notice nothing.',
    mail: 'Send mail to subscribers: now, an hour before, when it begins and when it ends',
    components: 'Under maintenance meanwhile',
  },

  postmortem: {
    way: 'Write the postmortem',
    title: 'Postmortem for customers',
    notYet: 'A postmortem follows an incident that is resolved, and that customers were told of.',
    notYetHow: 'Resolve it first, and tell them so.',
    submit: 'Publish it',
    hint: 'Ctrl+Enter publishes it. Esc keeps it here.',
    where: 'Where',
    about: 'Markdown. What the record knows stands there; the rest is yours.',
  },
} as const
