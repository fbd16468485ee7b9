/** Who sends for an incident that several machines have, and taking it over. */

export const senderTexts = {
  name: 'Who sends',
  is: {
    other: '{who}’s Quarterdeck sends for this incident.',
    nobody: 'Nobody sends for this incident.',
    here: 'This Quarterdeck sends for this incident.',
  },
  nothingWaits: 'What is asked for here waits.',
  waiting: {
    one: '{count} request waits here and was not sent.',
    other: '{count} requests wait here and were not sent.',
  },
  take: 'Take over {key}',
  send: 'Send what waits {key}',
  takeNow: 'Take over',
  sendNow: 'Send it',
  means: {
    here: 'This Quarterdeck sends from then on. The other one stops as soon as it hears of it.',
    cutOff:
      'If {who}’s Quarterdeck is cut off from here but not from the vendors, it can still send once what it had begun.',
    begun:
      'What it may have begun is unknown here. It is looked for at the vendor before anything of it is sent again, and only when you say so.',
    leaves: { one: '{count} request that waits here is sent.', other: '{count} requests that wait here are sent.' },
    nothingLeaves: 'Nothing waits here, so nothing is sent by this.',
  },
} as const
