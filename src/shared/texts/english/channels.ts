/** What each kind of channel is called, and what the composer says of it. */
export const channelTexts = {
  choice: {
    statuspage: '{name} (status page)',
    slack: '{name} (Slack)',
    'slack-webhook': '{name} (Slack webhook)',
    teams: '{name} (Teams)',
    email: '{name} (e-mail)',
    webhook: '{name} (webhook)',
    'by-hand': '{name} (by hand)',
  },
  where: {
    statuspage: '{name} (public status page)',
    slack: '{name} (Slack channel)',
    'slack-webhook': '{name} (Slack channel)',
    teams: '{name} (Teams)',
    email: '{name} (e-mail)',
    webhook: '{name} (webhook)',
    'by-hand': '{name} (posted by hand)',
  },
  title: { customers: 'Update for customers', colleagues: 'Update for colleagues' },
  read: { customers: 'What customers read', colleagues: 'What colleagues read' },
  status: { customers: 'Public status', colleagues: 'Status in the message' },
  /** Of a channel through which no mail is sent: who sees it. */
  noMail: {
    statuspage: 'No mail',
    slack: 'No mail; everyone in {channel} sees it',
    'slack-webhook': 'No mail; everyone in {channel} sees it',
    teams: 'No mail; everyone in {channel} sees it',
    email: 'Everyone on the list of {channel}',
    webhook: 'No mail from Quarterdeck; {channel} passes it on',
    'by-hand': 'No mail; a person posts it at {channel}',
  },
  /** Length of a text, counted as it is counted where it goes. */
  length: '{count} of {most} characters',
  /** Of a text that a person posts. */
  toPost: 'to be posted',
  copy: 'Copy the text',
  notPosted: 'Will not be posted',
  copied: 'Copied',
  notCopied: 'The browser did not copy it: select the text above',
  tellsColleagues: 'This does not go to customers: their next update stays due.',
} as const
