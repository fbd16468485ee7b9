import { postHolders } from '../../../shared/domain/crew'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { useCockpit, useRecord } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { Trans } from '../../ui/trans'
import { type KeptMarks, standingMarks } from './kept-marks'
import { RollCallList } from './roll-call-list'

export interface RollCallDialogProps extends DialogPart {
  readonly kept: KeptMarks | null
  readonly onKept: (marks: KeptMarks) => void
}

/** Calls everybody who holds a post. [RO14] Esc leaves it, and what was marked stays for the next opening. */
export function RollCallDialog({ opened, onClose, kept, onKept }: RollCallDialogProps) {
  const { now: clock } = useCockpit()
  const incident = useRecord(record => record.incident)
  const now = () => clock.getState().now
  const marks = incident && standingMarks(kept, incident.id, incident.crew.rollCall, now())
  const called = incident === undefined ? [] : postHolders(incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.rollCall.title} width={620}>
      {incident !== undefined && called.length > 0 && (
        <RollCallList
          called={called}
          goesOn={marks && { heard: marks.heard, ago: now() - marks.at }}
          onMarked={heard => onKept({ incident: incident.id, at: now(), heard })}
          onDone={onClose}
        />
      )}
      {called.length === 0 && (
        <EmptyState title={texts.rollCall.nobody}>
          <Trans text={texts.rollCall.nobodyHow} parts={{ key: <Key>{keyOf('assign')}</Key> }} />
        </EmptyState>
      )}
    </Dialog>
  )
}
