import type { ReactNode } from 'react'
import { AlertsPane } from '../features/alerts/alerts-pane'
import { CheckpointPane } from '../features/checkpoint/checkpoint-pane'
import { CommsPane } from '../features/comms/comms-pane'
import { HandoffPane } from '../features/handoff/handoff-pane'
import { IncidentBar } from '../features/incident-bar/incident-bar'
import { MetricsPane } from '../features/metrics/metrics-pane'
import { OutboxChip } from '../features/outbox/outbox-chip'
import { RolesPane } from '../features/roles/roles-pane'
import { TimelinePane } from '../features/timeline/timeline-pane'
import { type PaneKey, panes } from '../ui/panes'
import { Dialogs } from './dialogs'
import styles from './layout.module.css'
import { PaneBoundary } from './pane-boundary'
import { useKeymap } from './use-keymap'

/** The cockpit: the bar on top, three columns below. What burns, what is said, who does it. */
export function Layout() {
  useKeymap()
  return (
    <div className={styles.screen}>
      <IncidentBar chip={<OutboxChip />} />
      <main className={styles.panes}>
        <div className={styles.signals}>
          {slot('metrics', <MetricsPane />)}
          {slot('alerts', <AlertsPane />)}
        </div>
        <div className={styles.record}>{slot('timeline', <TimelinePane />)}</div>
        <div className={styles.command}>
          {slot('roles', <RolesPane />)}
          {slot('checkpoint', <CheckpointPane />)}
          {slot('comms', <CommsPane />)}
          {slot('handoff', <HandoffPane />)}
        </div>
      </main>
      <Dialogs />
    </div>
  )
}

function slot(key: PaneKey, pane: ReactNode): ReactNode {
  return <PaneBoundary {...panes[key]}>{pane}</PaneBoundary>
}
