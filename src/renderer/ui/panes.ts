import type { PaneKey } from '../../shared/contract/pane-address'
import { texts } from '../../shared/texts/texts'

/** The panes of the cockpit: their landmark names, and the digit key that focuses each. */
export const panes = {
  metrics: { name: texts.panes.metrics, digit: 1 },
  alerts: { name: texts.panes.alerts, digit: 2 },
  roles: { name: texts.panes.roles, digit: 3 },
  checkpoint: { name: texts.panes.checkpoint, digit: 4 },
  comms: { name: texts.panes.comms, digit: 5 },
  timeline: { name: texts.panes.timeline, digit: 6 },
  handoff: { name: texts.panes.handoff, digit: 7 },
  strategy: { name: texts.panes.strategy, digit: 8 },
} as const satisfies Readonly<Record<PaneKey, { readonly name: string; readonly digit: number }>>

/** The `id` of a pane's landmark. */
export function paneId(digit: number): string {
  return `pane-${digit}`
}
