/** The settings: what they are called, what they do, and by which other words they are found. */

export const settingTexts = {
  title: 'Settings',
  search: 'Find a setting',
  searchHint: 'Type a name, such as theme, clock or sound',
  none: 'No setting is called “{query}”. Try theme, clock or sound.',
  count: '{count} of {all} settings',
  thisScreen: 'This browser',
  thisScreenAbout: 'Saved in this browser or app, the same in all its windows.',
  thisEngine: 'This engine',
  thisEngineAbout: 'Shared by everyone who uses this engine.',
  keys: '↑↓ move, ←→ change, / searches. Changes apply at once.',
} as const

export const lookTexts = {
  theme: 'Theme',
  themeAbout: 'Severities keep their word and shape in every theme. Wallboard and charts follow.',
  themeWords: 'colour color dark light bright night day high contrast accessibility appearance system',
  themes: { dark: 'Dark', light: 'Light', contrast: 'High contrast', system: 'System' },
  size: 'Size',
  sizeAbout: 'Text and spacing. The wallboard has its own.',
  sizeWords: 'font letters zoom scale big small text density compact large accessibility',
  /** Drawn in each size. */
  sizeSample: 'Aa',
  sizes: { compact: 'Compact', normal: 'Normal', large: 'Large' },
  motion: 'Motion',
  motionAbout: 'Without motion nothing pulses or slides; the wallboard shows two incidents together.',
  motionWords: 'animation reduced pulse accessibility still',
  motions: { system: 'System', less: 'None' },
  wall: 'Several incidents on the wallboard',
  wallAbout: 'One after the other in full, or the two most severe together.',
  wallWords: 'wall big screen rotate turn split side by side incidents',
  wallTurns: { turns: 'In turn', together: 'Two together' },
} as const

export const clockTexts = {
  hours: 'Hours',
  hoursAbout: 'Time format on screen. The record, documents and customer updates always use 14:03 UTC.',
  hoursWords: 'clock time format am pm 12 24 noon',
  hoursNames: { '24': '14:03', '12': '2:03 pm' },
  zone: 'Time zone',
  zoneAbout: 'Shown next to every time. Now it is {now}.',
  zoneWords: 'clock time timezone local utc gmt cet summer daylight saving region city',
  zoneNames: { UTC: 'UTC, the same for everyone on a call', local: 'This computer’s ({name})' },
  noZone: 'No time zone matches',
} as const

export const soundTexts = {
  sound: 'Sound',
  soundAbout: 'Soft when a checkpoint or an update is due, louder after 1, 3 and 5 minutes, then silent. M mutes.',
  soundWords: 'mute silent quiet alarm bell alert noise notification',
  switches: { on: 'On', off: 'Off' },
  volume: 'Volume',
  volumeAbout: 'Only one window of a browser plays sounds.',
  volumeWords: 'volume quiet loud sound hear test try',
  volumes: { quiet: 'Quiet', normal: 'Normal', loud: 'Loud' },
  hearSoft: 'Play due',
  hearLoud: 'Play overdue',
  callOuts: 'Call out 10, 20 and 30 minutes',
  callOutsAbout: 'A low bell and a note in the bar, so that no one loses track of time.',
  callOutsWords: 'elapsed call-outs callouts sound bell time',
  notices: 'System notifications',
  noticesAbout: 'Notify when something is due and this window is hidden.',
  noticesWords: 'notification desktop permission hidden background popup',
  allow: 'Allow in this browser',
  permissions: {
    denied: 'Blocked in this browser; change it in the site settings.',
    none: 'Not supported by this browser.',
    own: 'Always on in the desktop app.',
  },
} as const

export const engineTexts = {
  cancelWindow: 'Cancel window',
  cancelWindowAbout: 'How long you can cancel an update after you publish it.',
  cancelWindowWords: 'cancel window undo publish delay seconds comms outbox',
  seconds: '{count} s',
  cadence: {
    name: 'Checkpoints and customer updates',
    about: 'How often they are due, for incidents declared from now on: as the method says, or as chosen here.',
    words: 'cadence interval checkpoint update minutes severity rhythm how often',
    severity: 'Severity',
    columns: {
      checkpointMinutes: 'Checkpoint every',
      firstUpdateMinutes: 'First update within',
      updateMinutes: 'Next update after',
    },
    minutes: '{count} min',
    hours: '{count} h',
    never: 'none',
    atOnce: 'at once',
    asMethod: 'All of it is as the method says.',
    chosen: {
      one: '{count} value chosen here replaces the method’s; the others follow it.',
      other: '{count} values chosen here replace the method’s; the others follow it.',
    },
    ofMethod: 'method: {span}',
    useMethod: 'Use the method’s',
  },
  approval: {
    name: 'Approval of customer updates',
    about:
      'In these severities the incident commander or the deputy approves the exact text before it is published. What they write themselves needs none.',
    words: 'approve review sign off four eyes second person publish comms severity incident commander deputy',
  },
  holding: {
    name: 'Approval of the holding post',
    about: 'The holding post, exactly as its template says it. Changed by one letter it is an update like any other.',
    words: 'approve holding post first word template unchanged publish comms',
    free: 'Not required',
    needed: 'As other updates',
  },
  mirror: {
    name: 'War room and timeline',
    about:
      'What the Slack channel of an incident and its timeline repeat of each other. Each incident can choose otherwise (O c).',
    words: 'slack channel room mirror repeat copy lines messages',
  },
  repairTime: {
    name: 'Promised time of repair',
    about: 'What the check of an update does when the text promises when it will be fixed.',
    words: 'lint check text eta estimate promise repair fix time warn block customers update comms',
    options: { off: 'Allow', warn: 'Ask once', block: 'Stop' },
  },
  none: 'None',
  me: 'Default display name',
  meAbout: 'Used for people who have not set their name (m). Takes effect at the next start.',
  meWords: 'default name person user who author',
  meNone: 'Name of the computer’s user',
} as const

export const wayTexts = {
  me: { name: 'Your name', about: 'Shown with what you write and decide.', other: 'who me author person', open: 'Set' },
  layouts: {
    name: 'Layouts',
    about: 'One for each role, and your own.',
    other: 'panes arrange windows desk role export import',
    open: 'Choose',
  },
  times: {
    name: 'Clocks of the timeline',
    about: 'UTC first, local time first, or UTC only; each press switches.',
    other: 'timeline clock local utc zone',
    open: 'Switch',
  },
  connections: {
    name: 'Connections',
    about: 'PagerDuty, Grafana, Prometheus, Alertmanager, Statuspage and Slack; the drill.',
    other: 'vendor token account integration connect drill',
    open: 'Open',
  },
  panels: {
    name: 'Panels of “Live metrics”',
    about: 'Which panels of your dashboards are shown.',
    other: 'dashboard charts metrics grafana pin',
    open: 'Choose',
  },
  noise: {
    name: 'Suppression rules',
    about: 'Which alerts are suppressed, by whom and until when.',
    other: 'alerts hide noise rules mute silence suppress',
    open: 'Open',
  },
} as const
