import { flushSync } from 'react-dom'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import type { CommandId } from '../../stores/focus-store'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { SettingsSheet } from './settings-sheet'

/** At the side, so that the cockpit behind shows at once what a change does. */
export function SettingsDialog({ opened, onClose }: DialogPart) {
  const { focus } = useCockpit()
  const leaveFor = (place: CommandId) => {
    // The focus goes back to where it was before the next dialog takes it.
    flushSync(onClose)
    focus.request(place)
  }
  return (
    <Dialog general opened={opened} onClose={onClose} title={texts.settings.title} placement="side" width={600}>
      <SettingsSheet asked={focus.getState().about} leaveFor={leaveFor} />
    </Dialog>
  )
}
