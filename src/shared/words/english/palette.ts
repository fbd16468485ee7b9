/** The palette, and the acts in it that have no key. */

export const palette = {
  title: 'Do anything',
  field: 'What to do',
  placeholder: 'Type what you want to do',
  list: 'Acts',
  none: 'Nothing here is called that.',
  usedLast: 'used last',
  outbox: 'Outbox',
  theme: 'Theme: {theme}',
  layout: 'Layout: {name}',
  severity: 'Change the severity to {severity}',
  status: 'Change the status to {status}',
  switchTo: 'Switch to {severity} {title}',
  chatOpen: 'Open the incident’s Slack channel',
  chatPost: 'Post to Slack',
  maintenance: 'Schedule maintenance on the status page',
  postmortem: 'Write the postmortem for customers',
  dependencies: 'Say which service needs which',
  copyLink: 'Copy a link to this incident',
  refresh: 'Ask every source anew',
  leaveDrill: 'Leave the drill',
} as const
