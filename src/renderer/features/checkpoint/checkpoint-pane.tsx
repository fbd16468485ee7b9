import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'

export function CheckpointPane() {
  return (
    <Pane {...panes.checkpoint}>
      <EmptyState title="The stop at which the commander asks: does what we do work?">
        Hold one with <Key>c</Key>
      </EmptyState>
    </Pane>
  )
}
