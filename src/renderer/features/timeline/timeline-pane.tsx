import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'

export function TimelinePane() {
  return (
    <Pane {...panes.timeline}>
      <EmptyState title="What was said and done, in the order it happened.">
        Write a line with <Key>/</Key>
      </EmptyState>
    </Pane>
  )
}
