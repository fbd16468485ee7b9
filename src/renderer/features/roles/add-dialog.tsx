import type { Team } from '../../../shared/domain/crew'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useRecord } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { AddLine } from './add-line'

export interface AddDialogProps extends DialogPart {
  readonly text: string
  /** The sub-team to change; null: something new. */
  readonly team: Team | null
}

export function AddDialog({ opened, onClose, text, team }: AddDialogProps) {
  const incident = useRecord(record => record.incident)
  const title = team === null ? texts.crewAdding.title : t(texts.crewAdding.teamTitle, { team: team.name })
  return (
    <Dialog opened={opened} onClose={onClose} title={title} width={640}>
      {incident !== undefined && <AddLine incident={incident} begun={text} team={team} onDone={onClose} />}
    </Dialog>
  )
}
