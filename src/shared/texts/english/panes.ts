/** The names of the panes, which are their landmarks too. */

export const paneTexts = {
  metrics: 'Live metrics',
  alerts: 'Alerts',
  roles: 'Roles',
  checkpoint: 'Checkpoint',
  comms: 'Comms',
  timeline: 'Timeline',
  handoff: 'Handoff',
  strategy: 'Strategy',
} as const
