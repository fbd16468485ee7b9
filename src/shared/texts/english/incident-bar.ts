/** The bar at the top, and the dialogs that open from it. */

export const barTexts = {
  name: 'Incident',
  none: 'No incident open',
  several: { one: '{count} incident is open', other: '{count} incidents are open' },
  choose: 'Choose one {key}',
  /** Incidents that are open besides the one that is shown. */
  others: { one: '+{count} open', other: '+{count} open' },
  othersMean: 'Also open: {incidents}. Switch with o',
  /** `{late}` is of the incident `{title}`: `Checkpoint overdue by 3 min`. */
  othersLate: '{mean}. {title}: {late}',
  other: '{severity} {title}',
  declare: 'Declare an incident {key}',
  /** While its record is on its way and not even its title is known. */
  unnamed: 'An incident',
  reading: 'Loading…',
  unreadable: 'The record could not be read: {message}',
  behind: 'Newer events could not be read: {message}',
  commands: 'Commands',
  commandsHint: 'Find a command by name (Ctrl+K)',
  menu: 'Menu',
  menuName: 'More',
  rename: '{title} (rename: I, or a double click)',
  opens: {
    elapsed: '{what}. Go to a time in the timeline (g)',
    commander: '{what}. Assign roles (a)',
    checkpoint: '{what}. Hold the checkpoint (c)',
    update: '{what}. Draft a customer update (u)',
    'internal-update': '{what}. See all audiences (D a)',
    task: '{what}. Go to the strategy board (8)',
    'lead-report': '{what}. Write it down (D l)',
    relief: '{what}. Answer (D h)',
    'update-pace': '{what}. Answer (D u)',
    objection: '{what}. Go to the strategy board (8)',
    revisit: '{what}. Go to the strategy board (8)',
    gate: '{what}. Resolution gate (D g)',
    closing: '{what}: what is left to do (D c)',
    acknowledge: '{what}. State that it is acknowledged (D k)',
    respond: '{what}. Assign roles (a)',
    engage: '{what}. Assign roles (a)',
  },
  changeSeverity: 'Change (s)',
  changeStatus: 'Change (t)',
  impact: '{impact} (change: i)',
  noImpact: 'No impact set',
  noImpactHint: 'Set impact (i)',
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
    task: '{who}: {text}',
    'lead-report': 'Report of {team}',
    objection: 'Decide: {text}',
    revisit: 'Revisit: {text}',
    acknowledge: 'Acknowledge',
    respond: 'First response',
    engage: 'Name a commander',
  },
  /** About a commander of many hours. */
  relief: '{who} in command for {span}: hand over?',
  reliefOverdue: '{who} in command for {span}: hand over now',
  /** Of an incident that is open for long. */
  slowerUpdates: 'Customer updates every {slower} min?',
  toDeputy: '{said} Deputy: {deputy}',
  noDeputy: '{said} No deputy yet',
  /** While a fix is watched. */
  gate: 'Gate: {green} of {all} hold',
  gateReady: 'Can be resolved',
  closing: 'Closing list',
  /** Of the end of it. */
  notTold: 'resolution not published',
  due: 'due {time}',
  wasDue: 'was due {time}',
  /** While the engine is not heard. */
  asOf: 'What you see is as of {time}.',
  /** The same, while lines of the incident were on their way. */
  asOfBefore: 'What you see is older than {time}: the newest lines of the incident did not arrive.',
  line: {
    quiet: {
      is: 'The engine is not responding.',
      means: 'It may not be polling or sending; your vendors may be fine.',
    },
    lost: {
      is: 'The engine cannot be reached.',
      means: 'It may not be polling or sending. What you write is recorded when it is back.',
    },
    stranger: {
      is: 'Another program is using Quarterdeck’s address.',
      means: 'Nothing was sent to it. Start Quarterdeck again; what you write waits here until then.',
    },
    'signed-out': {
      is: 'This browser was signed out.',
      means: 'Run the same start command again: it opens a new link.',
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
  /** Its story is over. */
  over: 'Played out: nothing more happens',
  leaveOrAgain: 'Start again or leave…',
} as const

export const feedTexts = {
  name: 'Feeds',
  /** What is read through a connection. */
  reads: {
    alerts: 'alerts',
    rules: 'alert rules',
    panels: 'metrics',
    components: 'status page',
    deploys: 'recent deploys',
    annotations: 'annotations',
    proposals: 'messages for the timeline',
  },
  /** The same where there is room for one word. */
  readsShort: {
    alerts: 'alerts',
    rules: 'rules',
    panels: 'metrics',
    components: 'status page',
    deploys: 'deploys',
    annotations: 'annotations',
    proposals: 'messages',
  },
  short: '{feed} {reads}',
  stands: '{feed} {freshness}: {reads}',
  standsBecause: '{feed} {freshness}: {reads} ({reason})',
  askAgain: '{feeds}. Poll now',
} as const

/** The title, and the PagerDuty incidents that are linked. */
export const titleDialogTexts = {
  title: 'Title and links',
  name: 'Title',
  about: 'Published updates and the Slack channel keep the old title.',
  submit: 'Rename',
  keep: 'Keep as is',
  linked: 'Linked alerts',
  none: 'No alert is linked.',
  unlink: 'Unlink',
  unlinkOne: 'Unlink {title}',
  unlinkAbout: 'Unlinking changes nothing at its source.',
} as const

/** The three dialogs that change what the bar says. */
export const changeTexts = {
  severity: 'Severity',
  toSeverity: 'Change to {severity}',
  workOut: 'Work it out {key}',
  status: 'Status',
  toStatus: 'Change to {status}',
  keep: 'Keep as is',
  why: 'Why (optional)',
  notTold: 'No resolution published to customers.',
  tellNext: 'Resolve and write the update {key}',
  nearer: 'The next customer update will be due by {time}.',
  raiseNext: 'Raise and write the update {key}',
  impact: 'Impact',
  impactAbout: 'What customers cannot do, in one sentence with a number. Customer updates start with it.',
  impactExample: 'One in four card payments in the EU fails',
  stateImpact: 'Save',
} as const

/** The links of the incident, in the bar and in their dialog. */
export const barLinkTexts = {
  links: 'Links',
  linkKinds: {
    ticket: 'Ticket',
    bridge: 'Bridge',
    'war-room': 'War room',
    dashboard: 'Dashboard',
    runbook: 'Runbook',
    other: 'Other',
  },
  open: 'Links and facts: {count}. Open (K)',
  add: 'Links {key}',
  /** The first few have room next to it. */
  addMore: 'Links +{count} {key}',
} as const
