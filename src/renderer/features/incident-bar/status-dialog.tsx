import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { type Status, statuses, statusMeaning } from '../../../shared/domain/status'
import { useCockpit, useFault } from '../../stores/cockpit'
import { Choice } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'

export function StatusDialog({ incident, opened, onClose }: DialogPart & { readonly incident: Incident }) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Change the status">
      <StatusForm incident={incident} onDone={onClose} />
    </Dialog>
  )
}

function StatusForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const { commands } = useCockpit()
  const fault = useFault('incident')
  const [to, setTo] = useState<Status>(incident.status)
  const [reason, setReason] = useState('')
  const save = async () => {
    const reply = await commands.send('incident', 'incident:change-status', { to, reason })
    if (reply.ok) onDone()
  }
  return (
    <Form onSubmit={save} submit={to === incident.status ? 'Keep it' : `Change to ${to}`}>
      <Choice
        legend="Status"
        autoFocus
        value={to}
        onChange={setTo}
        options={statuses.map(value => ({ value, label: capitalised(value), meaning: statusMeaning[value] }))}
      />
      <TextInput label="Why (optional)" value={reason} onChange={event => setReason(event.currentTarget.value)} />
      <FaultNote fault={fault} />
    </Form>
  )
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
