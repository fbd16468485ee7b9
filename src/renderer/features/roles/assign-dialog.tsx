import type { OnCallList } from '../../../shared/contract/people'
import { texts } from '../../../shared/texts/texts'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { AssignDesk } from './assign-desk'
import type { Post } from './assign-line'

export interface AssignDialogProps extends DialogPart {
  /** The post to fill; null: one gap after the other. */
  readonly post: Post | null
  readonly onCall: OnCallList
}

export function AssignDialog({ opened, onClose, post, onCall }: AssignDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.assigning.title} width={780}>
      <AssignDesk asked={post} onCall={onCall} onDone={onClose} />
    </Dialog>
  )
}
