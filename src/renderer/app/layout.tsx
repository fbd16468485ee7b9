import { type ReactNode, useEffect, useState } from 'react'
import { AlertsPane } from '../features/alerts/alerts-pane'
import { CheckpointPane } from '../features/checkpoint/checkpoint-pane'
import { CommsPane } from '../features/comms/comms-pane'
import { HandoffPane } from '../features/handoff/handoff-pane'
import { IncidentBar } from '../features/incident-bar/incident-bar'
import { MetricsPane } from '../features/metrics/metrics-pane'
import { OutboxChip } from '../features/outbox/outbox-chip'
import { RolesPane } from '../features/roles/roles-pane'
import { TimelinePane } from '../features/timeline/timeline-pane'
import { useCockpit } from '../stores/cockpit'
import { type PaneKey, panes } from '../ui/panes'
import { Dialogs } from './dialogs'
import styles from './layout.module.css'
import { Desk } from './layouts/desk'
import { keptLayouts } from './layouts/kept-layouts'
import { createLayouts, type Layouts } from './layouts/layouts'
import { LayoutsContext } from './layouts/use-layouts'
import { PaneBoundary } from './pane-boundary'
import { useKeymap } from './use-keymap'

/** The cockpit: the bar on top, the panes below, placed as the people at this screen want them. */
export function Layout() {
  const [layouts] = useState(() => createLayouts(keptLayouts(window.sessionStorage, window.localStorage)))
  return (
    <LayoutsContext value={layouts}>
      <Screen layouts={layouts} />
    </LayoutsContext>
  )
}

function Screen({ layouts }: { readonly layouts: Layouts }) {
  useKeymap(layouts)
  useProblem(layouts)
  return (
    <div className={styles.screen}>
      <IncidentBar chip={<OutboxChip />} />
      <Desk contents={contents} />
      <Dialogs layouts={layouts} />
    </div>
  )
}

/** A layout that cannot be read is said once, above the one that stands in for it. */
function useProblem({ problem }: Layouts): void {
  const { faults } = useCockpit()
  useEffect(() => {
    if (problem === null) return
    const message = `The layout kept on this screen was not taken: ${problem}. The ready-made one stands; L has others.`
    faults.setState({ incident: { kind: 'refused', message } })
  }, [problem, faults])
}

/** Made once: a layout that changes draws no pane anew. */
const contents: Readonly<Record<PaneKey, ReactNode>> = {
  metrics: within('metrics', <MetricsPane />),
  alerts: within('alerts', <AlertsPane />),
  roles: within('roles', <RolesPane />),
  checkpoint: within('checkpoint', <CheckpointPane />),
  comms: within('comms', <CommsPane />),
  timeline: within('timeline', <TimelinePane />),
  handoff: within('handoff', <HandoffPane />),
}

function within(key: PaneKey, pane: ReactNode): ReactNode {
  return <PaneBoundary {...panes[key]}>{pane}</PaneBoundary>
}
