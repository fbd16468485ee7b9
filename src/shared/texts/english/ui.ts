/** The small parts that all panes and dialogs are made of. */

export const uiTexts = {
  stoppedDialog: 'A dialog crashed',
  restored: 'Not sent yet: you typed this at {time}.',
  startOver: 'Start over',
  /** Offered, not put into the field. */
  restoredOffer: 'Not sent yet: “{text}”, typed at {time}.',
  goOn: 'Continue with it',
  discard: 'Discard',
  /** At a field; nothing of it was cut. */
  tooLong: {
    one: 'Too long by {count} character: {most} at most.',
    other: 'Too long by {count} characters: {most} at most.',
  },
  /** At a field without which its form is not sent. */
  empty: 'Required.',
  close: 'Close',
  /** Which incident a dialog is about. */
  subject: '{severity} {title}',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  readAt: 'Loaded {span} ago',
  readAgain: 'Reload',
  reading: 'Loading…',
  /** While the code of a dialog is on its way. */
  opening: 'Opening',
  notLoaded: 'This part of Quarterdeck could not be loaded. Try again when the engine responds.',
  /** The scrolled part of a pane, for a screen reader. */
  content: '{pane}, content',
  wrongField: '{field}: {message}',
  /** Names of the fields of calls; one without a name is shown as in the call, in separate words. */
  fields: {
    baseUrl: 'Address',
    publicUrl: 'Public address',
    caFile: 'CA certificates file',
    from: 'E-mail',
    sender: 'From',
    recipients: 'To',
    key: 'Signing key',
    pageId: 'Page id',
    warRoom: 'War room',
    everySeconds: 'Polling interval (seconds)',
    occurredAt: 'Time',
    at: 'Time',
    nextUpdateAt: 'Time of the next update',
    me: 'Name',
    dependsOn: 'Services',
  },
  keptUnknown: 'It may have been saved: {message}',
  due: 'Due at {time}',
  wasDue: 'Was due at {time}',
  settle: { 'it-is-done': 'Already done', 'send-again': 'Send again', 'give-up': 'Stop retrying (it may be done)' },
  /** The same item found more than once at a vendor. */
  twice: {
    copies: 'Copies',
    copy: 'Copy {number}: {id}',
    wayOut: 'Delete all but one at {vendor}. Quarterdeck deletes nothing itself.',
  },
  /** An update that is not sent before a person says which public incident it continues. */
  place: {
    why: 'In Quarterdeck',
    there: 'At the vendor',
    found: {
      one: '{count} open public incident, checked {time}',
      other: '{count} open public incidents, checked {time}',
    },
    foundNone: 'No open public incident known, checked {time}',
    ask: 'Which of them does this update continue?',
    facts: '{status}, opened {time}: {text}',
    new: 'Open a new one',
    lookAgain: 'Check again',
    back: 'Back to a draft',
  },
  ruleStands: {
    failing: 'failing',
    noData: 'no data',
    firing: 'firing',
    pending: 'pending',
    notLookedAt: 'not evaluated',
    quiet: 'normal',
  },
} as const

/** How old what is shown is. */
export const freshnessTexts = {
  /** It answers, and a part of what it has could not be read. */
  inPart: 'live, partial',
  states: {
    waiting: 'waiting',
    fresh: 'live',
    late: 'late',
    refused: 'rejected',
    down: 'down',
    'not-connected': 'not connected',
  },
  aged: '{state} · {span} old',
  /** Where the text says already that the engine is not connected. */
  old: '{span} old',
  /** A clock was set back: when it was true lies in the future. */
  ageless: '{state} · age unknown',
} as const

/** An age or a span in the one unit that matters. */
export const spanTexts = { s: '{value} s', min: '{value} min', h: '{value} h', d: '{value} d' } as const
