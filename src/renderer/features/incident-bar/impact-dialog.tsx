import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { words } from '../../../shared/words/words'
import { useCockpit, useFault } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'

const text = words.changes

export function ImpactDialog({ incident, opened, onClose }: DialogPart & { readonly incident: Incident }) {
  return (
    <Dialog opened={opened} onClose={onClose} title={words.keymap.asks.impact}>
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
    <Form onSubmit={save} submit={text.stateImpact}>
      <TextInput
        data-autofocus
        label={text.impact}
        description={text.impactAbout}
        placeholder={text.impactExample}
        value={impact}
        onChange={event => setImpact(event.currentTarget.value)}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}
