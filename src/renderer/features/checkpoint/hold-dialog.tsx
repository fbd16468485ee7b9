import type { HeldCheckpoint } from '../../../shared/domain/checkpoint'
import type { CheckpointId } from '../../../shared/domain/ids'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { CheckpointForm } from './checkpoint-form'

export interface HoldDialogProps extends DialogPart {
  /** The one that waits. */
  readonly checkpoint: CheckpointId
  readonly held: readonly HeldCheckpoint[]
}

/** Beside the cockpit, not over it: the answers are read off the metrics and the timeline. */
export function HoldDialog({ checkpoint, held, opened, onClose }: HoldDialogProps) {
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t(texts.checkpoint.title, { number: held.length + 1 })}
      placement="side"
      width={440}
    >
      <CheckpointForm checkpoint={checkpoint} last={held.at(-1)} onDone={onClose} />
    </Dialog>
  )
}
