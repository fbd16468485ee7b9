/** The status page apart from updates: components, maintenance, and the postmortem. */

export const statusPageTexts = {
  title: 'Status page',
  notConnected: 'No status page is connected.',
  connect: 'Connect it with {key}',

  components: {
    title: 'Components',
    onItsWay: 'Sending to the status page.',
    hint: 'A digit from 1 to 5, or the side arrows, choose another status.',
    nobodyMailed: 'Sends no mail. To add a message, write an update.',
    submit: { one: 'Set one component {key}', other: 'Set {count} components {key}' },
    was: '{status} →',
  },

  maintenance: {
    title: 'Maintenance',
    none: 'None scheduled. {key} schedules one.',
    moves: { in_progress: 'Start now', completed: 'Complete' },
    submit: { in_progress: 'Start', completed: 'Complete' },
    noComponent: 'No components.',
    concerned: { in_progress: '{names}: under maintenance.', completed: '{names}: operational again.' },
    noTime: 'No time given.',
  },

  schedule: {
    title: 'Schedule maintenance',
    submit: 'Schedule',
    hint: 'It starts and completes automatically.',
    page: 'Status page',
    name: 'Title',
    noName: 'Enter a title: customers read it first.',
    from: 'Starts (UTC)',
    until: 'Ends (UTC, or a duration)',
    how: 'Write 22:00, or 2026-11-21 22:00, or +2h.',
    past: 'In the past: it is {time} UTC now.',
    notAfter: 'The end must be after the start.',
    text: 'What customers will notice',
    noText: 'Describe what customers will notice, even if nothing.',
    mail: 'Mail subscribers: now, an hour before, at the start and at the end',
    components: 'Components under maintenance',
  },

  postmortem: {
    way: 'Write the postmortem',
    title: 'Postmortem for customers',
    notYet: 'A postmortem needs a resolved incident with customer updates.',
    notYetHow: 'Resolve it and publish the resolution first.',
    submit: 'Publish',
    hint: 'Ctrl+Enter publishes. Esc keeps the draft.',
    where: 'Where',
    about: 'Markdown, filled in from the record; complete the rest.',
  },

  metric: {
    way: 'Post a figure',
    title: 'Post a figure to the status page',
    page: 'Status page',
    which: 'Figure',
    none: 'This status page has no figures. Add one at Statuspage first.',
    labelled: '{name} ({unit})',
    value: 'Value now',
    valueIn: 'Value now, in {unit}',
    noNumber: 'Enter a number, such as 412.5.',
    submit: 'Post it',
    hint: 'Customers see it in the chart of the status page. It cannot be taken back.',
  },
} as const
