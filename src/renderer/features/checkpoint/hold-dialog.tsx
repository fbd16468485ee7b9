import type { HeldCheckpoint } from '../../../shared/domain/checkpoint'
import type { CheckpointId } from '../../../shared/domain/ids'
import { useOpened } from '../../stores/use-opened'
import { Dialog } from '../../ui/dialog'
import { CheckpointForm } from './checkpoint-form'

export interface HoldDialogProps {
  /** The one that waits. */
  readonly checkpoint: CheckpointId
  readonly held: readonly HeldCheckpoint[]
}

/** Beside the cockpit, not over it: the answers are read off the metrics and the timeline. */
export function HoldDialog({ checkpoint, held }: HoldDialogProps) {
  const { opened, close } = useOpened('checkpoint')
  return (
    <Dialog opened={opened} onClose={close} title={`Checkpoint ${held.length + 1}`} placement="side" width={440}>
      <CheckpointForm checkpoint={checkpoint} last={held.at(-1)} onDone={close} />
    </Dialog>
  )
}
