import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import type { DialogPart } from '../../ui/on-demand'
import { DependenciesForm } from './dependencies-form'

export function DependenciesDialog({ opened, onClose }: DialogPart) {
  const { commands } = useCockpit()
  const fault = useFault('connections')
  return (
    <Dialog general opened={opened} onClose={onClose} title={texts.dependencies.title} width={640}>
      <DependenciesForm onDone={onClose} />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('connections')} />
    </Dialog>
  )
}
