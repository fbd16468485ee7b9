import type { ReactNode } from 'react'
import { useCockpit, useFault } from '../../stores/cockpit'
import { ChangedMeanwhile } from '../../ui/colleagues'
import { FaultNote } from '../../ui/fault-note'
import type { Base } from '../../ui/use-base'

export interface EditOutcomeProps {
  readonly base: Pick<Base<unknown>, 'isStale' | 'rebase'>
  /** What it says now. */
  readonly theirs: ReactNode
  readonly onTakeTheirs: () => void
}

/** [ED2] What stands below an edit of the incident: a colleague's change while there is one, else what went wrong. */
export function EditOutcome({ base, theirs, onTakeTheirs }: EditOutcomeProps) {
  const { commands } = useCockpit()
  const fault = useFault('incident')
  if (!base.isStale) return <FaultNote fault={fault} />
  const keepMine = () => {
    commands.dismiss('incident')
    base.rebase()
  }
  return <ChangedMeanwhile theirs={theirs} onTakeTheirs={onTakeTheirs} onKeepMine={keepMine} />
}
