import { words } from '../../../shared/words/words'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { SettingsSheet } from './settings-sheet'

/** At the side, so that the cockpit behind shows at once what a change does. */
export function SettingsDialog({ opened, onClose }: DialogPart) {
  return (
    <Dialog opened={opened} onClose={onClose} title={words.settings.title} placement="side" width={600}>
      <SettingsSheet />
    </Dialog>
  )
}
