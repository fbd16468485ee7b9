import { useOnCall } from '../../stores/use-on-call'
import { onDemand } from '../../ui/on-demand'
import type { KeptMarks } from './kept-marks'
import type { CrewDialog } from './use-crew-dialogs'

const AssignDialog = onDemand(async () => (await import('./assign-dialog')).AssignDialog, 'first')
const RoleCardDialog = onDemand(async () => (await import('./role-card-dialog')).RoleCardDialog)
const AddDialog = onDemand(async () => (await import('./add-dialog')).AddDialog)
const RollCallDialog = onDemand(async () => (await import('./roll-call-dialog')).RollCallDialog)

export interface CrewDialogsProps {
  readonly dialog: CrewDialog | null
  readonly onOpen: (dialog: CrewDialog) => void
  readonly onClose: () => void
  /** [RO14] Marks of a roll call that is not written down yet. */
  readonly marks: KeptMarks | null
  readonly onMarks: (marks: KeptMarks) => void
}

/** The dialogs of the pane, of which one is open at most. */
export function CrewDialogs({ dialog, onOpen, onClose, marks, onMarks }: CrewDialogsProps) {
  const onCall = useOnCall(dialog?.kind === 'assign')
  return (
    <>
      <AssignDialog
        opened={dialog?.kind === 'assign'}
        onClose={onClose}
        post={dialog?.kind === 'assign' ? dialog.post : null}
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
      <RollCallDialog opened={dialog?.kind === 'roll-call'} onClose={onClose} kept={marks} onKept={onMarks} />
    </>
  )
}
