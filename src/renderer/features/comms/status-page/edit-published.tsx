import { useState } from 'react'
import { newId, type OutboxItemId } from '../../../../shared/domain/ids'
import type { Update } from '../../../../shared/domain/update'
import { BODY_LIMIT } from '../../../../shared/events/fields'
import { utcClock } from '../../../../shared/lib/time'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit, useFault, useNow } from '../../../stores/cockpit'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Button } from '../../../ui/button'
import { ButtonRow } from '../../../ui/button-row'
import { Dialog } from '../../../ui/dialog'
import { FaultNote } from '../../../ui/fault-note'
import { Form } from '../../../ui/form'
import type { DialogPart } from '../../../ui/on-demand'
import { RestoredNote } from '../../../ui/restored-note'
import textStyles from '../../../ui/text.module.css'
import { TextArea, TextField } from '../../../ui/text-fields'
import { displayedTime } from './displayed-time'

const text = texts.editPublished

interface EditPublishedProps extends DialogPart {
  /** Published; null: nothing is edited. */
  readonly update: Update | null
}

/** [PE1] Other words for an update that customers read, or its retraction, where it stands on the page. */
export function EditPublishedDialog({ opened, onClose, update }: EditPublishedProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={640}>
      {update !== null && <EditForm key={update.id} update={update} onDone={onClose} />}
    </Dialog>
  )
}

function EditForm({ update, onDone }: { readonly update: Update; readonly onDone: () => void }) {
  const { ask } = useOutboxActions('comms')
  const { commands } = useCockpit()
  const fault = useFault('comms')
  const now = useNow()
  const [act] = useState(() => newId<OutboxItemId>())
  const { content, delivery } = update
  const typed = useTypedFields(`edit-published:${update.id}`, { body: content.body, time: '', why: '' })
  const { values, set, forget, since } = typed
  if (delivery.state !== 'published') return null
  const displayedAt = displayedTime(values.time, now)
  const wrongTime = displayedAt === 'unreadable' ? text.howTime : undefined
  const send = async () => {
    if (displayedAt === 'unreadable') return
    const what = {
      ...({ kind: 'update-edit', connection: content.channel.connection, update: update.id } as const),
      publicIncident: { id: delivery.externalId, name: content.title },
      ...{ published: delivery.at, before: content.body, body: values.body, why: values.why },
      ...(displayedAt !== undefined && { displayedAt }),
    }
    if (!(await ask(what, act))) return
    forget()
    onDone()
  }
  return (
    <Form onSubmit={send} submit={text.submit}>
      <p className={textStyles.said}>{t(text.about, { page: content.channel.label })}</p>
      <RestoredNote since={since} forget={forget} />
      <TextArea
        limit={BODY_LIMIT}
        data-autofocus
        label={texts.comms.customersRead}
        needed={texts.ui.empty}
        rows={8}
        value={values.body}
        onChange={event => set({ body: event.currentTarget.value })}
      />
      <ButtonRow gap="close">
        <Button onClick={() => set({ body: text.retraction })}>{text.retract}</Button>
        <Button tone="bare" onClick={() => set({ body: content.body })}>
          {text.asItWas}
        </Button>
      </ButtonRow>
      <TextField
        limit={200}
        label={t(text.time, { time: utcClock(delivery.at).slice(0, 5) })}
        placeholder={text.timeExample}
        error={wrongTime}
        value={values.time}
        onChange={event => set({ time: event.currentTarget.value })}
      />
      <TextField
        limit={500}
        label={text.why}
        needed={texts.ui.empty}
        value={values.why}
        onChange={event => set({ why: event.currentTarget.value })}
      />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('comms')} />
    </Form>
  )
}
