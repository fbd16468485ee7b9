/** The form that declares an incident, and the one that says who sits here. */

export const declareTexts = {
  title: 'Declare an incident',
  submit: 'Declare {severity}',
  hint: 'Nothing is sent to anyone yet.',
  name: 'Title',
  nameExample: 'What is broken, for whom',
  impact: 'Customer impact (optional)',
  fromPage: 'Or declare from an open PagerDuty incident',
  take: 'Declare',
  takeOne: 'Declare {severity} from {title}',
  another: 'Declare another',
  takeAnother: 'Declare another {severity} from {title}',
  openHere: 'Open {severity}',
  openOne: 'Open {severity} “{title}”, which has it',
} as const

/** What is offered wherever an incident is declared. */
export const declaringTexts = {
  byPriority: 'priority of {title}',
  byUrgency: '{title} is {urgency}',
  /** Somebody else was quicker. */
  other: {
    by: '{who} declared {severity} “{title}” {span} ago.',
    alone: '{severity} “{title}” was declared {span} ago.',
    open: 'Open it {key}',
    declare: 'Declare another {key}',
  },
  started: 'Started (optional)',
  startedBy: {
    alert: 'When the alert started, {span} ago. Clear it if customers felt nothing then.',
    page: 'When the PagerDuty incident was created, {span} ago. Clear it if customers felt nothing then.',
  },
  detected: 'Detected by (optional)',
  notSaid: 'Unknown so far',
  detectedBy: 'The alert itself, when it started.',
  services: 'Services affected (optional)',
  servicesExample: 'payments-api, checkout',
  servicesOfAlerts: 'As the alerts name them.',
  links: 'Links (optional)',
  linksAbout: 'With spaces between them.',
  linksExample: 'Ticket, bridge, dashboard',
  linkKinds: 'Links: {kinds}.',
  noLink: '{address} is no https address, phone number or email address. Separate several with spaces.',
} as const

export const meTexts = {
  title: 'Your name',
  submit: 'Save name',
  hint: 'Saved in this browser.',
  name: 'Your name',
  about: 'Shown with what you write and decide from now on; earlier lines do not change.',
} as const
