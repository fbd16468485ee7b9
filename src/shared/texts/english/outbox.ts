/** What leaves an incident, what became of it, and what is asked for by hand. */

export const outboxTexts = {
  title: 'Outbox',
  /** Of what is not settled yet: how many there are of each state. */
  open: {
    waiting: { other: '{count} waiting' },
    unknown: { other: '{count} unknown' },
    asking: { one: '{count} needs your decision', other: '{count} need your decision' },
    failed: { other: '{count} failed' },
    'to-post': { other: '{count} to post' },
  },
  /** In the bar. */
  empty: 'empty',
  nothingOpen: 'Nothing is waiting or sending.',
  none: 'Requests to other systems appear here: PagerDuty, Slack, status page, charts.',
  states: {
    asking: 'needs your decision',
    unknown: 'unknown',
    failed: 'failed',
    'to-post': 'to post by hand',
    twice: 'duplicate',
    waiting: 'waiting',
    done: 'done',
  },
  update: 'Update to {channel}: {title}',
  here: 'In Quarterdeck',
  there: 'At the vendor',
  seeThere: 'Open at the vendor',
  readAgain: 'This is for customers: check it in Comms, and publish it if it is still true.',
  again: 'Try again {key}',
  channel: {
    way: 'War room',
    notConnected: 'Slack is not connected.',
    connect: 'Connect it with {key}',
    isOpen: '#{name} is open already.',
    name: 'Channel',
    nameAbout:
      'Lower-case letters, digits, - and _. The last four characters keep the name unique. The topic follows severity, status and commander.',
    private: 'Private: only invited people see it',
  },
  post: {
    title: 'Post to Slack',
    none: 'No Slack channel yet.',
    submit: 'Post to {name}',
    hint: 'Ctrl+Enter posts it.',
    text: 'What responders should know',
    where: 'Where',
  },
} as const
