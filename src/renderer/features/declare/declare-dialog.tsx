import { texts } from '../../../shared/texts/texts'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { DeclareForm } from './declare-form'

export function DeclareDialog({ opened, onClose }: DialogPart) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={texts.declare.title} width={560}>
      <DeclareForm onDone={onClose} />
    </Dialog>
  )
}
