import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'

export function CommsPane() {
  return (
    <Pane {...panes.comms}>
      <EmptyState title="What customers were told stands here, and when they expect to hear next.">
        Draft an update with <Key>u</Key>
      </EmptyState>
    </Pane>
  )
}
