import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'

export function RolesPane() {
  return (
    <Pane {...panes.roles}>
      <EmptyState title="Who commands, who fixes, who tells, who writes.">
        Assign with <Key>a</Key>
      </EmptyState>
    </Pane>
  )
}
