import type { PaneKey } from '../../shared/contract/pane-address'
import { words } from '../../shared/words/words'

/** The panes of the cockpit: their landmark names, and the digit key that focuses each. */
export const panes = {
  metrics: { name: words.panes.metrics, digit: 1 },
  alerts: { name: words.panes.alerts, digit: 2 },
  roles: { name: words.panes.roles, digit: 3 },
  checkpoint: { name: words.panes.checkpoint, digit: 4 },
  comms: { name: words.panes.comms, digit: 5 },
  timeline: { name: words.panes.timeline, digit: 6 },
  handoff: { name: words.panes.handoff, digit: 7 },
} as const satisfies Readonly<Record<PaneKey, { readonly name: string; readonly digit: number }>>
