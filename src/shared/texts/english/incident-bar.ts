/** The bar at the top, and the dialogs behind what stands in it. */

export const barTexts = {
  name: 'Incident',
  none: 'No incident open',
  several: { one: '{count} incident is open', other: '{count} incidents are open' },
  choose: 'Choose one {key}',
  /** Incidents that are open besides the one that is shown. */
  others: { one: '+{count} open', other: '+{count} open' },
  othersMean: 'Also open: {incidents}. Switch with o',
  other: '{severity} {title}',
  declare: 'Declare an incident {key}',
  /** While its record is on its way and not even its title is known. */
  unnamed: 'An incident',
  reading: 'Reading its record…',
  unreadable: 'Its record could not be read: {message}',
  behind: 'What was written since could not be read: {message}',
  commands: 'Commands',
  commandsHint: 'Do anything by its name (Ctrl+K)',
  menu: 'Menu',
  menuName: 'Everything else',
  rename: '{title} (rename: I, or a double click)',
  opens: {
    elapsed: '{what}. Go to a time in the timeline (g)',
    commander: '{what}. Assign roles (a)',
    checkpoint: '{what}. Hold the checkpoint (c)',
    update: '{what}. Draft a customer update (u)',
    'internal-update': '{what}. Draft an update (u)',
  },
  changeSeverity: 'Change (s)',
  changeStatus: 'Change (t)',
  impact: '{impact} (change: i)',
  noImpact: 'Impact not stated yet',
  noImpactHint: 'State it (i)',
  elapsed: 'Elapsed',
  lasted: 'Lasted',
  since: 'since {time}',
  commander: 'Commander',
  commanderFor: 'for {span}',
  assign: 'assign with a',
  nobody: 'Nobody',
  deadlines: {
    checkpoint: 'Next checkpoint',
    update: 'Customer update',
    'internal-update': 'Update to {audience}',
  },
  /** Of the end of it. */
  notTold: 'not told it is over',
  due: 'due {time}',
  wasDue: 'was due {time}',
  line: {
    quiet: {
      is: 'The engine does not answer just now.',
      means: 'What you see is from before; your sources may be well.',
    },
    lost: {
      is: 'The engine cannot be reached.',
      means: 'What you see is from before; what you write waits and is sent when it is back.',
    },
    stranger: {
      is: 'Another program answers at Quarterdeck’s address.',
      means: 'Nothing was sent to it. Start Quarterdeck again; what you write waits here until then.',
    },
    'signed-out': {
      is: 'This browser was signed out.',
      means: 'What you see is from before. Start Quarterdeck once more with the same command: it opens a new link.',
    },
  },
  noGreeting: 'Could not connect to the engine.',
  /** The window’s title, in a task bar or a row of tabs. */
  titles: {
    quiet: 'Quarterdeck',
    incident: '{severity} {title} · Quarterdeck',
    drill: 'DRILL {title}',
    window: '{window} · {title}',
  },
} as const

export const drillBannerTexts = {
  drill: 'Drill',
  clock: 'drill clock {span}',
  speed: '{speed}× speed',
  safe: 'Nothing leaves this machine',
  leave: 'Leave…',
} as const

export const feedTexts = {
  name: 'Feeds',
  /** What is read through a connection. */
  reads: {
    alerts: 'alerts',
    rules: 'alert rules',
    panels: 'metrics',
    components: 'what customers see',
    deploys: 'recent deploys',
    annotations: 'annotations',
    proposals: 'messages for the timeline',
  },
  /** The same where there is room for one word. */
  readsShort: {
    alerts: 'alerts',
    rules: 'rules',
    panels: 'metrics',
    components: 'page',
    deploys: 'deploys',
    annotations: 'annotations',
    proposals: 'messages',
  },
  short: '{feed} {reads}',
  stands: '{feed} {freshness}: {reads}',
  standsBecause: '{feed} {freshness}: {reads} ({reason})',
  askAgain: '{feeds}. Ask again',
} as const

/** The title, and the PagerDuty incidents that are linked. */
export const titleDialogTexts = {
  title: 'Title and links',
  name: 'Title',
  about: 'What was published, and the channel, keep their names.',
  submit: 'Rename it',
  keep: 'Keep it',
  linked: 'Linked PagerDuty incidents',
  none: 'No PagerDuty incident is linked.',
  unlink: 'Unlink',
  unlinkOne: 'Unlink {title}',
  unlinkAbout: 'Unlinking changes nothing at PagerDuty.',
} as const

/** The three dialogs that change what the bar says. */
export const changeTexts = {
  severity: 'Severity',
  toSeverity: 'Change to {severity}',
  status: 'Status',
  toStatus: 'Change to {status}',
  keep: 'Keep it',
  why: 'Why (optional)',
  notTold: 'Customers were not told that it is over.',
  tellNext: 'Resolve and write it to them {key}',
  impact: 'Impact',
  impactAbout: 'What customers feel, in one sentence with a number in it. Updates to customers begin with it.',
  impactExample: 'One in four card payments in the EU fails',
  stateImpact: 'State it',
} as const
