import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { newId, type OutboxItemId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import { BODY_LIMIT } from '../../../../shared/events/fields'
import { texts } from '../../../../shared/texts/texts'
import { useFault, useRecord } from '../../../stores/cockpit'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { WhileNoIncident } from '../../../stores/while-none'
import { Choice } from '../../../ui/choice'
import { Dialog } from '../../../ui/dialog'
import { EmptyState } from '../../../ui/empty-state'
import { FaultNote } from '../../../ui/fault-note'
import { Form } from '../../../ui/form'
import type { DialogPart } from '../../../ui/on-demand'
import { RestoredNote } from '../../../ui/restored-note'
import { TextArea } from '../../../ui/text-fields'
import { draftPlace, type PublicIncidentRef, postmortemStart, publicIncidents } from './postmortem-text'

const comms = texts.comms
const statusPage = texts.statusPage
const text = statusPage.postmortem

/** The public postmortem of a resolved incident. Closed half-way, its draft is stored in this browser. */
export function PostmortemDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  const told = incident === undefined ? [] : publicIncidents(incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={760}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : told.length === 0 ? (
        <EmptyState title={text.notYet}>{text.notYetHow}</EmptyState>
      ) : (
        <PostmortemForm incident={incident} told={told} onDone={onClose} />
      )}
    </Dialog>
  )
}

interface FormProps {
  readonly incident: Incident
  readonly told: readonly PublicIncidentRef[]
  readonly onDone: () => void
}

function PostmortemForm({ incident, told, onDone }: FormProps) {
  const { ask } = useOutboxActions('status-page')
  const fault = useFault('status-page')
  const [act] = useState(() => newId<OutboxItemId>())
  const [key, setKey] = useState(told[0]?.key ?? '')
  const { values, set, forget, since } = useTypedFields('postmortem', {
    // Stored there by earlier versions.
    draft: localStorage.getItem(draftPlace(incident.id)) ?? postmortemStart(incident),
  })
  const { draft } = values
  const [notify, setNotify] = useState(false)
  const publish = async () => {
    const about = told.find(one => one.key === key) ?? told[0]
    if (about === undefined) return
    const { connection, id, name } = about
    const what = { kind: 'postmortem-publish', connection, publicIncident: { id, name }, body: draft, notify } as const
    if (!(await ask(what, act))) return
    localStorage.removeItem(draftPlace(incident.id))
    forget()
    onDone()
  }
  return (
    <Form onSubmit={publish} submit={text.submit} hint={text.hint}>
      {told.length > 1 && (
        <Choice
          legend={text.where}
          value={key}
          onChange={setKey}
          options={told.map(one => ({ value: one.key, label: one.label }))}
        />
      )}
      <RestoredNote since={since} forget={forget} />
      <TextArea
        limit={BODY_LIMIT}
        data-autofocus
        label={comms.customersRead}
        needed={texts.ui.empty}
        description={text.about}
        rows={18}
        value={draft}
        onChange={event => set({ draft: event.currentTarget.value })}
      />
      <Checkbox label={comms.mail} checked={notify} onChange={event => setNotify(event.currentTarget.checked)} />
      <FaultNote fault={fault} />
    </Form>
  )
}
