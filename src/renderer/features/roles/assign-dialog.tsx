import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { AssignForm, type AssignFormProps } from './assign-form'

export type AssignDialogProps = DialogPart & Omit<AssignFormProps, 'onDone'>

export function AssignDialog({ opened, onClose, role, held }: AssignDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Assign a role">
      <AssignForm role={role} held={held} onDone={onClose} />
    </Dialog>
  )
}
