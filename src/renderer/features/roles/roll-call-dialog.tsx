import { postHolders } from '../../../shared/domain/crew'
import { useRecord } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { RollCallList } from './roll-call-list'

export function RollCallDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  const called = incident === undefined ? [] : postHolders(incident)
  return (
    <Dialog opened={opened} onClose={onClose} title="Roll call" width={620}>
      {called.length > 0 && <RollCallList called={called} onDone={onClose} />}
      {called.length === 0 && (
        <EmptyState title="Nobody holds a role yet, so there is nobody to call.">
          Esc, then <Key>a</Key> fills the roles.
        </EmptyState>
      )}
    </Dialog>
  )
}
