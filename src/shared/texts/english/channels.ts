/** What each kind of channel is called, and what the composer says of it. */
export const channelTexts = {
  choice: { statuspage: '{name} (status page)', slack: '{name} (Slack)' },
  where: { statuspage: '{name} (public status page)', slack: '{name} (Slack channel)' },
  title: { customers: 'Update for customers', colleagues: 'Update for colleagues' },
  read: { customers: 'What customers read', colleagues: 'What colleagues read' },
  status: { customers: 'Public status', colleagues: 'Status in the message' },
  noMail: 'No mail; everyone in {channel} sees it',
  tellsColleagues: 'This does not go to customers: their next update stays due.',
} as const
