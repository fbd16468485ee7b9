import type { ReactNode } from 'react'
import type { PaneKey } from '../../shared/contract/pane-address'
import { TimelinePane } from '../features/timeline/timeline-pane'
import { panes } from '../ui/panes'
import { PaneBoundary } from './boundary'
import { type LaterPane, LaterPaneContent } from './later-parts'

export type PaneContents = Readonly<Partial<Record<PaneKey, ReactNode>>>

/** Made once: a layout change renders no pane again. */
export const allPanes = {
  metrics: later('metrics'),
  alerts: later('alerts'),
  roles: later('roles'),
  checkpoint: later('checkpoint'),
  comms: later('comms'),
  timeline: within('timeline', <TimelinePane />),
  handoff: later('handoff'),
  strategy: later('strategy'),
} as const satisfies PaneContents

function later(key: LaterPane): ReactNode {
  return within(key, <LaterPaneContent pane={key} />)
}

function within(key: PaneKey, pane: ReactNode): ReactNode {
  return <PaneBoundary {...panes[key]}>{pane}</PaneBoundary>
}
