import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AlertRow } from '../../../shared/contract/views'
import { type IncidentId, newId } from '../../../shared/domain/ids'
import { type Severity, severities } from '../../../shared/domain/severity'
import { words } from '../../../shared/words/words'
import { useCockpit, useFault } from '../../stores/cockpit'
import { Choice } from '../../ui/choice'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { SeverityBadge } from '../../ui/severity-badge'
import { OpenPages } from './open-pages'

/** Title and severity are enough; all else can be said later. */
export function DeclareForm({ onDone }: { onDone: () => void }) {
  const { commands, selection } = useCockpit()
  const fault = useFault('declare')
  const [title, setTitle] = useState('')
  const [impact, setImpact] = useState('')
  const [severity, setSeverity] = useState<Severity>('SEV-2')
  // One id for every try of this form, so that a second Enter cannot declare a second incident.
  const [incident] = useState(() => newId<IncidentId>())
  const finish = (declared: boolean) => {
    if (!declared) return
    selection.setState({ open: incident })
    onDone()
  }
  const declare = async () => {
    const reply = await commands.ask('declare', 'incident:declare', { incident, title, severity, impact })
    finish(reply.ok)
  }
  const take = async (page: AlertRow) => {
    const reply = await commands.ask('declare', 'incident:take', { incident, alert: page.id, severity })
    finish(reply.ok)
  }
  return (
    <Form onSubmit={declare} submit={`Declare ${severity}`} hint="Nobody outside is told yet.">
      <TextInput
        data-autofocus
        required
        label="Title"
        placeholder="What is broken, for whom"
        maxLength={255}
        value={title}
        onChange={event => setTitle(event.currentTarget.value)}
      />
      <Choice
        legend="Severity"
        value={severity}
        onChange={setSeverity}
        options={severities.map(value => ({
          value,
          label: <SeverityBadge severity={value} />,
          meaning: words.severity.meanings[value],
        }))}
      />
      <TextInput
        label="What customers feel (optional)"
        placeholder="One in four card payments in the EU fails"
        value={impact}
        onChange={event => setImpact(event.currentTarget.value)}
      />
      <OpenPages severity={severity} onTake={take} />
      <FaultNote fault={fault} />
    </Form>
  )
}
