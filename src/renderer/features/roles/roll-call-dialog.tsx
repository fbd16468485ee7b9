import { postHolders } from '../../../shared/domain/crew'
import { words } from '../../../shared/words/words'
import { useRecord } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { Said } from '../../ui/said'
import { RollCallList } from './roll-call-list'

export function RollCallDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  const called = incident === undefined ? [] : postHolders(incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={words.rollCall.title} width={620}>
      {called.length > 0 && <RollCallList called={called} onDone={onClose} />}
      {called.length === 0 && (
        <EmptyState title={words.rollCall.nobody}>
          <Said text={words.rollCall.nobodyHow} parts={{ key: <Key>a</Key> }} />
        </EmptyState>
      )}
    </Dialog>
  )
}
