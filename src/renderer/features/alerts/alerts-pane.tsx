import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'

export function AlertsPane() {
  return (
    <Pane {...panes.alerts}>
      <EmptyState title="Open pages and firing alerts stand here, the loudest first.">
        Connect PagerDuty, Prometheus or Alertmanager with <Key>,</Key>
      </EmptyState>
    </Pane>
  )
}
