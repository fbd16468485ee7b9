import { texts } from '../../../shared/texts/texts'
import { useSession } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { PanelsPage } from './panels-page'

/** Which panels “Live metrics” shows. In a drill they are the drill's own. */
export function PanelsDialog({ opened, onClose }: DialogPart) {
  const drill = useSession(session => session.world.kind === 'drill')
  return (
    <Dialog general opened={opened} onClose={onClose} title={texts.panels.title} width={920}>
      {drill ? <p>{texts.panels.inDrill}</p> : <PanelsPage />}
    </Dialog>
  )
}
