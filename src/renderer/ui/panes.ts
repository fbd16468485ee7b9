import type { PaneKey } from '../../shared/contract/pane-address'

/** The panes of the cockpit: their landmark names, and the digit key that focuses each. */
export const panes = {
  metrics: { name: 'Live metrics', digit: 1 },
  alerts: { name: 'Alerts', digit: 2 },
  roles: { name: 'Roles', digit: 3 },
  checkpoint: { name: 'Checkpoint', digit: 4 },
  comms: { name: 'Comms', digit: 5 },
  timeline: { name: 'Timeline', digit: 6 },
  handoff: { name: 'Handoff', digit: 7 },
} as const satisfies Readonly<Record<PaneKey, { readonly name: string; readonly digit: number }>>
