import { useSession } from '../../stores/cockpit'
import { useOpened } from '../../stores/use-opened'
import { Dialog } from '../../ui/dialog'
import { ConnectionsPage } from './connections-page'
import { DrillWorld } from './drill-world'

/** The settings of this cockpit: which vendors it reads and writes. In a drill they belong to another cockpit. */
export function ConnectionsDialog() {
  const { opened, close } = useOpened('connections')
  const world = useSession(session => session.world)
  return (
    <Dialog opened={opened} onClose={close} title="Connections" width={920}>
      {world.kind === 'drill' ? <DrillWorld title={world.title} onDone={close} /> : <ConnectionsPage onDone={close} />}
    </Dialog>
  )
}
