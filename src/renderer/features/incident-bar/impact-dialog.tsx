import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { useCockpit, useFault } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'

export function ImpactDialog({ incident, opened, onClose }: DialogPart & { readonly incident: Incident }) {
  return (
    <Dialog opened={opened} onClose={onClose} title="State the impact">
      <ImpactForm incident={incident} onDone={onClose} />
    </Dialog>
  )
}

function ImpactForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const { commands } = useCockpit()
  const fault = useFault('incident')
  const [impact, setImpact] = useState(incident.impact)
  const save = async () => {
    const reply = await commands.send('incident', 'incident:state-impact', { impact })
    if (reply.ok) onDone()
  }
  return (
    <Form onSubmit={save} submit="State it">
      <TextInput
        data-autofocus
        label="Impact"
        description="What customers feel, in one sentence with a number in it. Updates to customers begin with it."
        placeholder="One in four card payments in the EU fails"
        value={impact}
        onChange={event => setImpact(event.currentTarget.value)}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}
