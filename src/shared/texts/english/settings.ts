/** The settings: what they are called, what they do, and by which other words they are found. */

export const settingTexts = {
  title: 'Settings',
  search: 'Find a setting',
  searchHint: 'Type a name, such as theme, clock or sound',
  none: 'No setting is called “{query}”. Try theme, clock or sound.',
  count: '{count} of {all} settings',
  thisScreen: 'This screen',
  thisScreenAbout: 'Kept on this screen, the same in all its windows.',
  thisEngine: 'This engine',
  thisEngineAbout: 'The same for everybody who works with this engine.',
  keys: '↑↓ go from one to the next, ←→ change it, / searches. Each change is there at once.',
} as const

export const lookTexts = {
  theme: 'Theme',
  themeAbout: 'Severities keep their word and shape in each of them; the wall and the charts follow.',
  themeWords: 'colour color dark light bright night day high contrast accessibility appearance system',
  themes: { dark: 'Dark', light: 'Light', contrast: 'High contrast', system: 'As the system' },
  size: 'Size',
  sizeAbout: 'Letters and the room between them, by one scale. The wall has its own.',
  sizeWords: 'font letters zoom scale big small text density compact large accessibility',
  /** Drawn in each size. */
  sizeSample: 'Aa',
  sizes: { compact: 'Compact', normal: 'Normal', large: 'Large' },
  motion: 'Motion',
  motionAbout: 'Without motion nothing pulses or slides; two incidents stand on the wall together.',
  motionWords: 'animation reduced pulse accessibility still',
  motions: { system: 'As the system', less: 'None' },
  wall: 'Several incidents on the wall',
  wallAbout: 'One after the other with all there is to see, or the two worst together with what must be read first.',
  wallWords: 'wall big screen rotate turn split side by side incidents',
  wallTurns: { turns: 'In turn', together: 'Two together' },
} as const

export const clockTexts = {
  hours: 'Hours',
  hoursAbout: 'How the time of day is written. In the record, in documents and for customers it is always 14:03 UTC.',
  hoursWords: 'clock time format am pm 12 24 noon',
  hoursNames: { '24': '14:03', '12': '2:03 pm' },
  zone: 'Time zone',
  zoneAbout: 'Written next to every time. Now it is {now}.',
  zoneWords: 'clock time timezone local utc gmt cet summer daylight saving region city',
  zoneNames: { UTC: 'UTC, which everybody on a call shares', local: 'This machine’s own ({name})' },
  noZone: 'No zone is called that',
} as const

export const soundTexts = {
  sound: 'Sound',
  soundAbout: 'Soft when a checkpoint or an update is due, louder after 1, 3 and 5 minutes, then never again. M mutes.',
  soundWords: 'mute silent quiet alarm bell alert noise notification',
  switches: { on: 'On', off: 'Off' },
  volume: 'Volume',
  volumeAbout: 'Of the windows of one browser only one sounds.',
  volumeWords: 'volume quiet loud sound hear test try',
  volumes: { quiet: 'Quiet', normal: 'Normal', loud: 'Loud' },
  hearSoft: 'Hear due',
  hearLoud: 'Hear overdue',
  callOuts: 'Call out 10, 20 and 30 minutes',
  callOutsAbout: 'A low bell and a word in the bar, so that nobody loses the sense of time.',
  callOutsWords: 'elapsed call-outs callouts sound bell time',
  notices: 'System notifications',
  noticesAbout: 'Notify when something is due and this window is hidden.',
  noticesWords: 'notification desktop permission hidden background popup',
  allow: 'Allow in this browser',
  permissions: {
    denied: 'This browser was told to refuse them; its site settings change that.',
    none: 'This browser has none.',
    own: 'The desktop app does that by itself.',
  },
} as const

export const engineTexts = {
  cancelWindow: 'Cancel window',
  cancelWindowAbout: 'How long you can cancel an update after you publish it.',
  cancelWindowWords: 'cancel window undo publish delay seconds comms outbox',
  seconds: '{count} s',
  cadence: {
    name: 'Checkpoints and customer updates',
    about: 'How often they come due, from the next one on. What is due already stays.',
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
  },
  approval: {
    name: 'Approval of customer updates',
    about: 'Whether somebody has to approve the very text before customers read it. Names are recorded, not proven.',
    words: 'approve review sign off four eyes second person publish comms',
    off: 'Not needed',
    on: 'Needed',
  },
  none: 'None',
  me: 'Default display name',
  meAbout: 'Used for people who have not set their name (m). Takes effect at the next start.',
  meWords: 'default name person user who author',
  meNone: 'Name of the computer’s user',
} as const

export const wayTexts = {
  me: { name: 'Your name', about: 'What you write and decide bears it.', other: 'who me author person', open: 'Say' },
  layouts: {
    name: 'Layouts',
    about: 'One for each role, and your own.',
    other: 'panes arrange windows desk role export import',
    open: 'Choose',
  },
  times: {
    name: 'Clocks of the timeline',
    about: 'UTC first, local time first, or UTC alone; each press takes the next.',
    other: 'timeline clock local utc zone',
    open: 'Next',
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
