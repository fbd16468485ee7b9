/** Who sends for an incident that several machines have, and taking it over. */

export const senderTexts = {
  name: 'Who sends',
  is: {
    other: '{who}’s Quarterdeck sends for this incident.',
    nobody: 'Nobody sends for this incident.',
    here: 'This Quarterdeck sends for this incident.',
  },
  nothingWaits: 'Requests made here wait.',
  waiting: {
    one: '{count} request waits here and was not sent.',
    other: '{count} requests wait here and were not sent.',
  },
  take: 'Take over {key}',
  send: 'Send waiting requests {key}',
  takeNow: 'Take over',
  sendNow: 'Send',
  means: {
    here: 'This Quarterdeck sends from then on. The other one stops as soon as it learns of it.',
    cutOff:
      'If {who}’s Quarterdeck cannot reach this one but can reach the vendors, it can still finish a request it started.',
    begun:
      'What it started is unknown here. Quarterdeck verifies at the vendor before sending any of it again, and only when you decide.',
    leaves: { one: '{count} waiting request is sent.', other: '{count} waiting requests are sent.' },
    nothingLeaves: 'No requests are waiting, so nothing is sent.',
  },
} as const
