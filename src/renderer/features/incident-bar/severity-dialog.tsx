import { useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { type Severity, severities } from '../../../shared/domain/severity'
import { LINE_LIMIT } from '../../../shared/events/fields'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { useEditing } from '../../stores/use-editing'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Choice } from '../../ui/choice'
import { OthersHere } from '../../ui/colleagues'
import { Dialog } from '../../ui/dialog'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { SeverityBadge } from '../../ui/severity-badge'
import { TextField } from '../../ui/text-fields'
import { useBase } from '../../ui/use-base'
import { EditOutcome } from './edit-outcome'

const text = texts.changes

export function SeverityDialog({ incident, opened, onClose }: DialogPart & { readonly incident: Incident }) {
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.keymap.asks.severity}>
      <SeverityForm incident={incident} onDone={onClose} />
    </Dialog>
  )
}

function SeverityForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const { commands } = useCockpit()
  const others = useEditing(incident.id, 'severity')
  const base = useBase(incident.severity)
  const [to, setTo] = useState<Severity>(incident.severity)
  const { values, set, forget, since } = useTypedFields('severity', { reason: '' })
  const { reason } = values
  const save = async () => {
    if (to === base.value && !base.isStale) return onDone()
    const reply = await commands.send('incident', 'incident:change-severity', { to, reason, was: base.value })
    if (!reply.ok) return
    forget()
    onDone()
  }
  return (
    <Form onSubmit={save} submit={to === base.value ? text.keep : t(text.toSeverity, { severity: to })}>
      <Choice
        legend={text.severity}
        autoFocus
        value={to}
        onChange={setTo}
        options={severities.map(value => ({
          value,
          label: <SeverityBadge severity={value} />,
          meaning: texts.severity.meanings[value],
        }))}
      />
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={LINE_LIMIT}
        label={text.why}
        value={reason}
        onChange={event => set({ reason: event.currentTarget.value })}
      />
      <OthersHere names={others.map(({ who }) => who.name)} />
      <EditOutcome
        base={base}
        theirs={<SeverityBadge severity={incident.severity} />}
        onTakeTheirs={() => {
          forget()
          onDone()
        }}
      />
    </Form>
  )
}
