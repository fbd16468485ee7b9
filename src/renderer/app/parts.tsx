import { AlertsPane } from '../features/alerts/alerts-pane'
import { CheckpointPane } from '../features/checkpoint/checkpoint-pane'
import { CommsPane } from '../features/comms/comms-pane'
import { HandoffPane } from '../features/handoff/handoff-pane'
import { MetricsPane } from '../features/metrics/metrics-pane'
import { FirstWords } from '../features/roles/first-words'
import { RolesPane } from '../features/roles/roles-pane'
import { StrategyPane } from '../features/strategy/strategy-pane'
import { Dialogs } from './dialogs'
import type { Parts } from './later-parts'

export const parts: Parts = {
  panes: {
    metrics: MetricsPane,
    alerts: AlertsPane,
    roles: RolesPane,
    checkpoint: CheckpointPane,
    comms: CommsPane,
    handoff: HandoffPane,
    strategy: StrategyPane,
  },
  Dialogs,
  FirstWords,
}
