import { useOnCall } from '../../stores/use-on-call'
import { onDemand } from '../../ui/on-demand'
import type { SavedMarks } from './roll-call'
import type { RoleDialog } from './use-role-dialogs'

const AssignDialog = onDemand(async () => (await import('./assign-dialog')).AssignDialog, 'first')
const RoleCardDialog = onDemand(async () => (await import('./role-card-dialog')).RoleCardDialog)
const AddDialog = onDemand(async () => (await import('./add-dialog')).AddDialog)
const RollCallDialog = onDemand(async () => (await import('./roll-call-dialog')).RollCallDialog)

export interface RoleDialogsProps {
  readonly dialog: RoleDialog | null
  readonly onOpen: (dialog: RoleDialog) => void
  readonly onClose: () => void
  /** [RO14] Marks of an unfinished roll call. */
  readonly marks: SavedMarks | null
  readonly onMarks: (marks: SavedMarks) => void
}

/** The dialogs of the pane; at most one is open. */
export function RoleDialogs({ dialog, onOpen, onClose, marks, onMarks }: RoleDialogsProps) {
  const onCall = useOnCall(dialog?.kind === 'assign')
  return (
    <>
      <AssignDialog
        opened={dialog?.kind === 'assign'}
        onClose={onClose}
        target={dialog?.kind === 'assign' ? dialog.target : null}
        onCall={onCall}
      />
      <RoleCardDialog
        opened={dialog?.kind === 'card'}
        onClose={onClose}
        role={dialog?.kind === 'card' ? dialog.role : 'ic'}
        onOpen={onOpen}
      />
      <AddDialog
        opened={dialog?.kind === 'add'}
        onClose={onClose}
        text={dialog?.kind === 'add' ? dialog.text : ''}
        team={dialog?.kind === 'add' ? dialog.team : null}
      />
      <RollCallDialog opened={dialog?.kind === 'roll-call'} onClose={onClose} saved={marks} onSave={onMarks} />
    </>
  )
}
