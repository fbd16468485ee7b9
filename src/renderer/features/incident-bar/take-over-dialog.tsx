import type { SentElsewhere } from '../../../shared/contract/sent-elsewhere'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import styles from './edit-dialogs.module.css'

const text = texts.sender

/** [OW2] What taking over changes and what it cannot change: Enter takes over from the sender that the dialog names. */
export function TakeOverDialog({ sender, opened, onClose }: DialogPart & { readonly sender: SentElsewhere }) {
  const { commands } = useCockpit()
  const fault = useFault('incident')
  const { incident, term, who, here, waiting } = sender
  const take = async () => {
    const reply = await commands.ask('incident', 'owner:take', { incident, term })
    if (reply.ok) onClose()
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.keymap.asks['take-over']}>
      <Form onSubmit={take} submit={here ? text.sendNow : text.takeNow}>
        <ul className={styles.facts}>
          {!here && <li>{text.means.here}</li>}
          {!here && who !== null && <li dir="auto">{t(text.means.cutOff, { who })}</li>}
          {!here && <li>{text.means.begun}</li>}
          <li>{waiting > 0 ? tCount(text.means.leaves, waiting) : text.means.nothingLeaves}</li>
        </ul>
        <FaultNote fault={fault} />
      </Form>
    </Dialog>
  )
}
