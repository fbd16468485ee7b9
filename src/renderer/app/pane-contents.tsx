import type { ReactNode } from 'react'
import type { PaneKey } from '../../shared/contract/pane-address'
import { AlertsPane } from '../features/alerts/alerts-pane'
import { CheckpointPane } from '../features/checkpoint/checkpoint-pane'
import { CommsPane } from '../features/comms/comms-pane'
import { HandoffPane } from '../features/handoff/handoff-pane'
import { MetricsPane } from '../features/metrics/metrics-pane'
import { RolesPane } from '../features/roles/roles-pane'
import { TimelinePane } from '../features/timeline/timeline-pane'
import { panes } from '../ui/panes'
import { PaneBoundary } from './boundary'

export type PaneContents = Readonly<Partial<Record<PaneKey, ReactNode>>>

/** Made once: a layout that changes draws no pane anew. */
export const allPanes = {
  metrics: within('metrics', <MetricsPane />),
  alerts: within('alerts', <AlertsPane />),
  roles: within('roles', <RolesPane />),
  checkpoint: within('checkpoint', <CheckpointPane />),
  comms: within('comms', <CommsPane />),
  timeline: within('timeline', <TimelinePane />),
  handoff: within('handoff', <HandoffPane />),
} as const satisfies PaneContents

function within(key: PaneKey, pane: ReactNode): ReactNode {
  return <PaneBoundary {...panes[key]}>{pane}</PaneBoundary>
}
