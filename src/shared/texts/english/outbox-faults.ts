/** Why an item of the outbox needs a person's decision, failed, or has an outcome that nobody knows. */
export const outboxFaultTexts = {
  'outbox-waited': 'It waited too long to leave ({why}). Read it again and publish it if it is still true.',
  'outbox-clock-set-back': 'this computer’s clock was turned back',
  'outbox-was-off': 'Quarterdeck was not running',
  'outbox-unseen': 'It cannot be seen what is out already: {reason}',
  'outbox-refused-in-doubt': 'Refused now ({reason}). Whether an earlier try got through is unknown.',
  'outbox-not-looked-for': 'It was not sent again, because it could not be looked for first: {reason}',
  'outbox-not-found': 'It was not found there, look after look. Look yourself, then say whether it is out.',
  'outbox-stopped': 'Quarterdeck stopped while it was being sent.',
  'outbox-answer-lost': 'It left, but the disk refused to keep the answer.',
  'outbox-copied-folder': 'This folder was copied or restored, and the one it comes from may have sent it.',
  'outbox-another-machine': 'Another machine sent for this incident and may have sent it.',
  'outbox-not-posted': 'Nobody posted it.',
  'outbox-given-up-update': 'Given up by hand; nobody knows whether it is out.',
  'outbox-given-up-request': 'given up by hand; nobody knows whether it is done',

  'place-marked': '{count} public incidents there bear the mark of this incident',
  'place-unmarked': 'an earlier update may be published, and no open public incident is clearly this one',
  'place-named': {
    one: 'an earlier update may be out: an open public incident there has its name, and not our mark',
    other: 'an earlier update may be out: {count} open public incidents there have its name, and not our mark',
  },
} as const
