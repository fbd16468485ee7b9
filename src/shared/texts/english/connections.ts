/** Which vendors are read and written, and through what; the drill. */

export const connectionTexts = {
  title: 'Connections',
  add: 'Add a connection',
  none: 'Nothing is connected yet.',
  choose: 'Choose a connection, or add one.',
  chooseAbout:
    'Quarterdeck reads pages, metrics and the public page from your vendors, and writes only what you publish.',
  noToken: '{vendor} · no token',
  save: 'Save',
  test: 'Test',
  remove: 'Remove',
  vendor: 'Vendor',
  name: 'Name',
  address: 'Address',
  /** Under an address that was copied with a page of the vendor's behind it. */
  understood: 'Will ask {address}',
  token: 'Token',
  /** `note` tells which one, such as its last letters. */
  /** Beside a form that is offered again. */
  tokenAgain: 'If you pasted a token, paste it again: a token is not kept before it is saved.',
  tokenKept: 'Kept {note}; empty leaves it',
  asking: 'Asking {vendor}…',
  works: 'It works.',
  refuses: '{vendor} rejected the request.',
  failed: 'Not connected.',
  abilities: 'What the token may do',
  may: { yes: 'May:', no: 'May not:', unknown: 'Not known:' },
  /** What the cockpit would do through a connection. */
  can: {
    'read-incidents': 'Read incidents',
    'choose-services': 'Choose among services',
    'choose-teams': 'Choose among teams',
    'see-priorities': 'See priorities',
    'see-on-call': 'See who is on call',
    'see-changes': 'See recent changes',
    'act-on-pages': 'Acknowledge, resolve and note',
    'browse-dashboards': 'Browse dashboards',
    'read-data-sources': 'Read panels through data sources',
    'read-annotations': 'Read annotations',
    'mark-dashboards': 'Mark decisions on dashboards',
    'read-firing-alerts': 'Read firing alerts',
    'read-alert-rules': 'Read alert rules',
    'read-panels': 'Read panels',
    'read-alerts': 'Read alerts',
    'see-silences': 'See who silenced what',
    'read-components': 'Read components',
    'read-maintenance': 'Read scheduled maintenance',
    'read-templates': 'Read templates',
    publish: 'Publish to customers',
    post: 'Post updates',
    'find-channels': 'Find channels',
    'read-room': 'Look whether a post is out, and read the room',
    'open-channel': 'Open a channel for an incident and keep its topic',
    'see-pins': 'See what is pinned',
    pin: 'Pin posts',
    'see-reactions': 'See reactions',
    'see-names': 'Tell people by their names',
  },
} as const

/** What each vendor needs to be told: which token, and where a person gets one. */
export const vendorFormTexts = {
  tokens: {
    pagerduty: 'REST API key: Integrations → API Access Keys. A read-only one reads; acting on pages needs a full one.',
    grafana: 'Service account token with the Viewer role; Editor, where decisions are to be marked on its charts.',
    prometheus: 'Bearer token, where a proxy asks for one (optional).',
    alertmanager: 'Bearer token, where a proxy asks for one (optional).',
    statuspage: 'API key: your avatar → API info.',
    slack: 'Bot token (xoxb-…) with the scope chat:write; channels:history, pins:read and users:read to read the room.',
  },
  extras: {
    from: { label: 'E-mail', about: 'Of the user that writes are done for (optional)' },
    pageId: { label: 'Page id', about: 'In the address of the manage page, after /pages/' },
    channel: { label: 'Channel id', about: 'Such as C0123456789; invite the bot to it' },
  },
} as const

/** What is read through a connection, and how often. */
export const readingTexts = {
  all: 'All',
  region: 'Region',
  regionAbout: 'Where the account lives; it sets the address',
  regions: { us: 'United States', eu: 'Europe' },
  services: 'Services',
  teams: 'Teams',
  urgencies: 'Urgencies',
  urgencyNames: { high: 'High', low: 'Low' },
  priorities: 'What priorities mean',
  noPriorities: 'A test shows the priorities of the account.',
  byPlace: 'by its place',
  page: 'Status page',
  publicAddress: 'Public address',
  publicAddressAbout: 'As customers open it (optional): read from there, the token stays free for publishing',
  channel: 'Channel',
  warRoom: 'War room',
  warRoomAbout: 'Id of the channel that incidents without one of their own are talked about in (optional)',
  reaction: 'Reaction',
  reactionAbout: 'Its name without colons: what it marks is proposed for the timeline first',
  reactionExample: 'pushpin',
  besides: 'Besides panels, read',
  besidesAbout: 'What is left out is not asked for, and its rights are not missed',
  besidesNothing: 'Nothing',
  besidesNames: { alerts: 'Firing alerts', rules: 'Alert rules', annotations: 'Annotations' },
  write: 'Write',
  writes: { no: 'Leave its charts alone', yes: 'Mark decisions and changes of severity on its charts' },
  every: 'Seconds between two questions',
  everyAbout: 'Empty: as suits the vendor',
  certificates: 'File of certificates',
  certificatesAbout: 'Path on Quarterdeck’s machine of an authority to trust (PEM, optional)',
} as const

export const dependencyTexts = {
  title: 'Services',
  which: 'Which service needs which',
  about: 'A line each, as PagerDuty and your alerts call them: checkout: payments-api, payments-db',
  save: 'Save',
  hint: 'Ctrl+Enter saves. The groups follow at once.',
  wrongLine: 'Line {line}: {problem}',
  alerting: 'Alerting now: {names}.',
  alertingAndMore: { other: 'Alerting now: {names} and {count} more.' },
  noColon: 'Write a colon after “{service}”, then what it needs.',
  noService: 'Name a service before the colon.',
  noNeeds: 'Say what “{service}” needs after the colon, or take the line out.',
  needsItself: '“{service}” cannot need itself: take it out of its own line.',
  twice: '“{service}” stands in line {line} already: write all it needs there.',
} as const

export const drillTexts = {
  practice: 'Practice without touching anything real:',
  run: 'Run the drill',
  isOne:
    'This is the drill {title}. It talks to stand-ins on this machine only, and keeps its record apart. Connections belong to the real cockpit.',
  recordStays: 'The drill’s record stays where it is; you can come back to it.',
  leave: 'Leave the drill',
  startOver: 'Start it over',
} as const
