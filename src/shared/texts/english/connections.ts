/** Which vendors are read and written, and through what; the drill. */

export const connectionTexts = {
  title: 'Connections',
  add: 'Add a connection',
  none: 'Nothing is connected yet.',
  choose: 'Choose a connection, or add one.',
  chooseAbout: 'Quarterdeck polls alerts, metrics and the status page, and changes something only when you ask it to.',
  noToken: '{vendor} · no token',
  noAddress: '{vendor} · no address',
  save: 'Save',
  test: 'Test',
  remove: 'Remove',
  vendor: 'Vendor',
  name: 'Name',
  address: 'Address',
  mailServer: 'Mail server',
  /** Under an address that was copied with a page of the vendor's after it. */
  understood: 'Requests go to {address}',
  token: 'Token',
  key: 'Signing key',
  /** `note` says which one, such as its last letters. */
  /** Next to a form that is offered again. */
  tokenAgain: 'If you pasted a token, paste it again: unsaved tokens are not stored.',
  /** The same for a password, an address or a key. */
  secretAgain: 'If you entered it, enter it again: it is not stored before you save.',
  tokenKept: 'Saved {note}; leave empty to keep it',
  asking: 'Contacting {vendor}…',
  works: 'It works.',
  untested: 'Not tested.',
  refuses: '{vendor} rejected the request.',
  failed: 'Not connected.',
  abilities: 'Permissions of the token',
  may: { yes: 'Can:', no: 'Cannot:', unknown: 'Unknown:' },
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
    'read-room': 'Verify posts and read the channel',
    'open-channel': 'Open a channel for an incident and keep its topic',
    'see-pins': 'See what is pinned',
    pin: 'Pin posts',
    'see-reactions': 'See reactions',
    'see-names': 'Show people’s names',
  },
} as const

/** What each vendor needs: which token, and where a person gets one. */
export const vendorFormTexts = {
  /** What its secret is called, where it is not a token. */
  secrets: {
    'slack-webhook': 'Webhook address',
    teams: 'Webhook address',
    email: 'Password',
    webhook: 'Webhook address',
  },
  key: 'With which each post is signed (HMAC-SHA256): whsec_… or a long random text, the same as at the receiver.',
  tokens: {
    pagerduty:
      'REST API key: Integrations → API Access Keys. Read-only is enough to watch; acknowledging and other changes need a full one.',
    grafana: 'Service account token with the Viewer role; Editor to mark decisions on its charts.',
    prometheus: 'Bearer token, if a proxy requires one (optional).',
    alertmanager: 'Bearer token, if a proxy requires one (optional).',
    statuspage: 'API key: your avatar → API info.',
    slack:
      'Bot token (xoxb-…) with the scope chat:write; channels:history, pins:read and users:read to read the room; channels:manage, pins:write and users:read.email to open one.',
    'slack-webhook':
      'Incoming webhook of a Slack app (https://hooks.slack.com/services/…), for one channel; stored like a token. “Test” posts nothing.',
    teams:
      'In Teams: the channel’s … → Workflows → “Send webhook alerts to a channel”, then copy the address; stored like a token.',
    'by-hand': 'None: a person posts the texts.',
    email: 'Of that user; stored like a token. “Test” logs in and sends nothing.',
    webhook: 'Where signed updates are posted as JSON; stored like a token. “Test” posts a signed ping.',
  },
  noAddress: '“{text}” is no mail address. Several have commas between them.',
  extras: {
    from: { label: 'E-mail', about: 'Of the PagerDuty user that makes the changes (optional)' },
    pageId: { label: 'Page id', about: 'In the address of the manage page, after /pages/' },
    user: { label: 'User', about: 'Of the mail server; empty where it asks for no login' },
    sender: {
      label: 'From',
      about: 'The address that the mails come from, with a name if you like: Shop status <status@example.com>',
    },
    recipients: { label: 'To', about: 'Addresses with commas between them; several do not see each other' },
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
  noPriorities: 'Press Test to load the priorities of the account.',
  byPlace: 'by its position',
  page: 'Status page',
  publicAddress: 'Public address',
  publicAddressAbout:
    'As customers open it (optional): polled without the token, which leaves its rate limit for publishing',
  channel: 'Channel',
  warRoom: 'War room',
  warRoomAbout: 'Id of the channel for incidents without a channel of their own (optional)',
  reaction: 'Reaction',
  reactionAbout: 'Name without colons: messages with it are proposed for the timeline first',
  reactionExample: 'pushpin',
  besides: 'Also poll',
  besidesAbout: 'The token needs no permission for what you leave out',
  besidesNothing: 'Nothing',
  besidesNames: { alerts: 'Firing alerts', rules: 'Alert rules', annotations: 'Annotations' },
  write: 'Write',
  writes: { no: 'Do not mark its charts', yes: 'Mark decisions and severity changes on its charts' },
  network: 'Where',
  networkAbout: 'Quarterdeck prepares the text and counts its length as it is counted there; you post it and say so',
  networkNames: {
    x: 'X',
    mastodon: 'Mastodon',
    bluesky: 'Bluesky',
    linkedin: 'LinkedIn',
    sms: 'SMS (one message)',
    clipboard: 'Clipboard',
  },
  readBy: 'Read by',
  readByAbout: 'Customers: each update there is a customer update, and is approved as one',
  readByNames: { customers: 'Customers', colleagues: 'Colleagues' },
  every: 'Polling interval (seconds)',
  everyAbout: 'Empty: the default for this vendor',
  certificates: 'CA certificates file',
  certificatesAbout: 'Path on Quarterdeck’s machine (PEM, optional)',
} as const

export const dependencyTexts = {
  title: 'Services',
  which: 'Service dependencies',
  about: 'One line per service, named as in PagerDuty and your alerts: checkout: payments-api, payments-db',
  save: 'Save',
  hint: 'Ctrl+Enter saves. Alert groups update at once.',
  wrongLine: 'Line {line}: {problem}',
  alerting: 'Alerting now: {names}.',
  alertingAndMore: { other: 'Alerting now: {names} and {count} more.' },
  noColon: 'Write a colon after “{service}”, then what it depends on.',
  noService: 'Name a service before the colon.',
  noNeeds: 'Write what “{service}” depends on after the colon, or delete the line.',
  needsItself: '“{service}” cannot depend on itself: remove it from its own line.',
  twice: '“{service}” is already in line {line}: list all its dependencies there.',
} as const

export const drillTexts = {
  practice: 'Practise without touching anything real:',
  run: 'Run the drill',
  isOne:
    'This is the drill {title}. It talks only to simulated vendors on this machine and has a record of its own. Leave it to change connections.',
  recordStays: 'The drill’s record stays; you can come back to it.',
  leave: 'Leave the drill',
  startOver: 'Restart drill',
} as const
