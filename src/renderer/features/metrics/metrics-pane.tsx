import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'

export function MetricsPane() {
  return (
    <Pane {...panes.metrics}>
      <EmptyState title="The panels of your Grafana or Prometheus stand here, with their thresholds.">
        Connect one with <Key>,</Key>
      </EmptyState>
    </Pane>
  )
}
