import { texts } from '../../../shared/texts/texts'
import { useSession } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { ConnectionsPage } from './connections-page'
import { DrillWorld } from './drill-world'

/** The settings of this cockpit: which vendors it reads and writes. In a drill they belong to another cockpit. */
export function ConnectionsDialog({ opened, onClose }: DialogPart) {
  const world = useSession(session => session.world)
  return (
    <Dialog general opened={opened} onClose={onClose} title={texts.connections.title} width={920}>
      {world.kind === 'drill' ? <DrillWorld drill={world} onDone={onClose} /> : <ConnectionsPage onDone={onClose} />}
    </Dialog>
  )
}
