import { useState } from 'react'
import type { TimelineEntry } from '../../../shared/domain/timeline'
import { LINE_LIMIT, NAME_LIMIT } from '../../../shared/events/fields'
import { shortened } from '../../../shared/lib/whole-characters'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault } from '../../stores/cockpit'
import { Choice } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { TextField } from '../../ui/text-fields'

const text = texts.timeline.erase

/** [ER6] Says what erasing does and does not reach, and that it cannot be undone, before it is done. */
export function EraseDialog({ entry, ...dialog }: DialogPart & { readonly entry: TimelineEntry | null }) {
  return (
    <Dialog {...dialog} title={text.title}>
      {entry !== null && <EraseForm entry={entry} onDone={dialog.onClose} />}
    </Dialog>
  )
}

/** Nothing typed here is stored: it may hold what must be erased. */
function EraseForm({ entry, onDone }: { readonly entry: TimelineEntry; readonly onDone: () => void }) {
  const { commands } = useCockpit()
  const fault = useFault('erase')
  const [what, setWhat] = useState<'line' | 'name'>('line')
  const [standIn, setStandIn] = useState<string>(text.standInAs)
  const [reason, setReason] = useState('')
  const name = entry.by.kind === 'person' ? entry.by.responder.name : ''
  const erase = async () => {
    const said = { standIn, reason }
    const reply =
      what === 'line'
        ? await commands.send('erase', 'timeline:erase', { entry: entry.id, ...said })
        : await commands.send('erase', 'people:erase-name', { name, ...said })
    if (reply.ok) onDone()
  }
  const line = { value: 'line', label: text.line, meaning: `${text.lineAbout}: ${shortened(entry.text, 80)}` } as const
  const person = { value: 'name', label: t(text.name, { name }), meaning: text.nameAbout } as const
  return (
    <Form
      onSubmit={erase}
      submit={text.submit}
      outcome={<FaultNote fault={fault} onDismiss={() => commands.dismiss('erase')} />}
    >
      <p>{text.about}</p>
      <p>{text.stays}</p>
      <Choice
        legend={text.what}
        options={name === '' ? [line] : [line, person]}
        value={what}
        onChange={setWhat}
        autoFocus
      />
      <TextField
        limit={NAME_LIMIT}
        label={text.standIn}
        description={text.standInAbout}
        value={standIn}
        onChange={event => setStandIn(event.currentTarget.value)}
      />
      <TextField
        limit={LINE_LIMIT}
        // One Enter too many must not trigger what cannot be undone.
        needed={text.reasonMissing}
        label={text.reason}
        description={text.reasonAbout}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </Form>
  )
}
