import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'

export function HandoffPane() {
  return (
    <Pane {...panes.handoff}>
      <EmptyState title="What the next commander must know, and what of it is still missing.">
        Write the document with <Key>h</Key>
      </EmptyState>
    </Pane>
  )
}
