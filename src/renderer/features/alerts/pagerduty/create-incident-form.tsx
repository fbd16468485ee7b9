import { Select } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { VendorChoice as Named } from '../../../../shared/contract/connections'
import type { PagerDutyDirectory } from '../../../../shared/contract/people'
import { type ConnectionId, newId, type OutboxItemId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import { MESSAGE_LIMIT } from '../../../../shared/events/act-field'
import { TITLE_LIMIT } from '../../../../shared/events/fields'
import { shortened } from '../../../../shared/lib/whole-characters'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useFault } from '../../../stores/cockpit'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Button } from '../../../ui/button'
import { Choice } from '../../../ui/choice'
import { FaultNote } from '../../../ui/fault-note'
import { Form } from '../../../ui/form'
import { RestoredNote } from '../../../ui/restored-note'
import { TextArea, TextField } from '../../../ui/text-fields'
import styles from '../alerts-pane.module.css'

interface FormProps {
  readonly incident: Incident
  readonly connection: ConnectionId
  readonly service: Named
  readonly directory: PagerDutyDirectory
  readonly onBack: () => void
  readonly onDone: () => void
}

const text = texts.pages.create
const urgencies = [
  { value: 'high', ...text.urgencies.high },
  { value: 'low', ...text.urgencies.low },
] as const

/** What the people of a service read, and how loud it is. Enter pages them. */
export function CreateIncidentForm({ incident, connection, service, directory, onBack, onDone }: FormProps) {
  const { ask } = useOutboxActions('alerts')
  const fault = useFault('alerts')
  const [act] = useState(() => newId<OutboxItemId>())
  const { values, set, forget, since } = useTypedFields(`page-create:${service.id}`, {
    title: shortened(`${incident.severity}: ${incident.title}`, TITLE_LIMIT),
    details: incident.impact,
  })
  const { title, details } = values
  const [urgency, setUrgency] = useState<'high' | 'low'>('high')
  const [policy, setPolicy] = useState<string | null>(null)
  const [priority, setPriority] = useState<string | null>(null)
  const first = useRef<HTMLInputElement>(null)
  // The second step of a dialog that is open already.
  useEffect(() => first.current?.focus(), [])
  const send = async () => {
    const of = (list: readonly Named[], id: string | null) => list.find(one => one.id === id)
    const what = {
      ...{ connection, service, title, urgency, details },
      ...{ policy: of(directory.policies, policy), priority: of(directory.priorities, priority) },
    }
    if (!(await ask({ kind: 'page-create', ...what }, act))) return
    forget()
    onDone()
  }
  return (
    <Form
      onSubmit={send}
      submit={t(text.submit, { service: service.name })}
      hint={text.hint}
      more={<Button onClick={onBack}>{text.another}</Button>}
    >
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={TITLE_LIMIT}
        ref={first}
        label={texts.pages.whatTheyRead}
        needed={text.noTitle}
        value={title}
        onChange={event => set({ title: event.currentTarget.value })}
      />
      <Choice legend={text.urgency} columns={2} value={urgency} onChange={setUrgency} options={urgencies} />
      <div className={styles.pair}>
        <NamedChoice
          label={text.policy}
          none={text.policyNone}
          choices={directory.policies}
          value={policy}
          onChange={setPolicy}
        />
        <NamedChoice
          label={text.priority}
          none={text.priorityNone}
          choices={directory.priorities}
          value={priority}
          onChange={setPriority}
        />
      </div>
      <TextArea
        limit={MESSAGE_LIMIT}
        label={text.details}
        rows={2}
        value={details}
        onChange={event => set({ details: event.currentTarget.value })}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}

interface NamedChoiceProps {
  readonly label: string
  readonly none: string
  readonly choices: readonly Named[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** Nothing where there is nothing to choose. */
function NamedChoice({ label, none, choices, value, onChange }: NamedChoiceProps) {
  if (choices.length === 0) return null
  return (
    <Select
      label={label}
      placeholder={none}
      searchable
      clearable
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}
