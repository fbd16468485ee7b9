import { Checkbox } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Maintenance, StatusPage } from '../../../../shared/contract/status-pages'
import { newId, type OutboxItemId } from '../../../../shared/domain/ids'
import type { MaintenanceStep } from '../../../../shared/domain/vendor-request'
import { BODY_LIMIT } from '../../../../shared/events/fields'
import { listText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Form } from '../../../ui/form'
import { RestoredNote } from '../../../ui/restored-note'
import { TextField } from '../../../ui/text-fields'

interface MoveFormProps {
  readonly page: StatusPage
  readonly maintenance: Maintenance
  readonly to: MaintenanceStep
  readonly onDone: () => void
}

const comms = texts.comms
const statusPage = texts.statusPage
const text = statusPage.maintenance

/** What customers read, who have their own language, until the writer words it otherwise. */
const customersRead: Readonly<Record<MaintenanceStep, string>> = {
  in_progress: 'The maintenance has begun.',
  completed: 'The maintenance is over.',
}

/** The line that customers read when a maintenance begins or ends, and whether they get mail. Esc goes back to the row. */
export function MoveForm({ page, maintenance, to, onDone }: MoveFormProps) {
  const { ask } = useOutboxActions('status-page')
  const [act] = useState(() => newId<OutboxItemId>())
  const { values, set, forget, since } = useTypedFields(`maintenance-${to}:${maintenance.externalId}`, {
    body: customersRead[to],
  })
  const { body } = values
  const [notify, setNotify] = useState(true)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const leave = () => {
    field.current?.closest<HTMLElement>('li')?.focus()
    onDone()
  }
  const backByEsc = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    leave()
  }
  const send = async () => {
    const { externalId: id, name, components = [] } = maintenance
    const what = { maintenance: { id, name }, components, to, body, notify }
    if (await ask({ kind: 'maintenance-move', connection: page.connection, ...what }, act)) {
      forget()
      leave()
    }
  }
  return (
    <Form onSubmit={send} submit={text.submit[to]} onKeyDown={backByEsc} hint={concerned(maintenance, to)}>
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={BODY_LIMIT}
        ref={field}
        label={comms.customersRead}
        value={body}
        onChange={event => set({ body: event.currentTarget.value })}
      />
      <Checkbox label={comms.mail} checked={notify} onChange={event => setNotify(event.currentTarget.checked)} />
    </Form>
  )
}

function concerned({ components = [] }: Maintenance, to: MaintenanceStep): string {
  if (components.length === 0) return text.noComponent
  const names = listText(components.map(({ name }) => name))
  return t(text.concerned[to], { names })
}
