import { texts } from '../../../shared/texts/texts'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { LayoutsPage } from './layouts-page'

/** Takes, keeps, names and carries layouts. */
export function LayoutsDialog({ opened, onClose }: DialogPart) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={texts.layouts.title} width={760}>
      <LayoutsPage onDone={onClose} />
    </Dialog>
  )
}
