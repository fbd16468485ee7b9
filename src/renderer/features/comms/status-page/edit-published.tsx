import { useState } from 'react'
import { channelKind, readersOf } from '../../../../shared/domain/channels/channel-kinds'
import { newId, type OutboxItemId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import type { Channel, Update } from '../../../../shared/domain/update'
import { BODY_LIMIT } from '../../../../shared/events/fields'
import { WAIVER_REASON_LIMIT } from '../../../../shared/events/update-publishing'
import { utcClock } from '../../../../shared/lib/time'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit, useFault, useNow } from '../../../stores/cockpit'
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
import { useMayApproveEdit } from '../approval'
import { displayedTime } from './displayed-time'

const text = texts.editPublished

interface EditPublishedProps extends DialogPart {
  readonly incident: Incident
  /** Published; null: nothing is edited. */
  readonly update: Update | null
}

/** [PE1] [PE7] Other words for an update that is out, or its retraction, where it stands. */
export function EditPublishedDialog({ opened, onClose, incident, update }: EditPublishedProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={640}>
      {update !== null && <EditForm key={update.id} {...{ incident, update }} onDone={onClose} />}
    </Dialog>
  )
}

interface EditFormProps {
  readonly incident: Incident
  readonly update: Update
  readonly onDone: () => void
}

function EditForm({ incident, update, onDone }: EditFormProps) {
  const { commands } = useCockpit()
  const proposes = !useMayApproveEdit(incident, update)
  const fault = useFault('comms')
  const now = useNow()
  const [act] = useState(() => newId<OutboxItemId>())
  const { content, delivery } = update
  const typed = useTypedFields(`edit-published:${update.id}`, startOf(incident, update))
  const { values, set, forget, since } = typed
  if (delivery.state !== 'published') return null
  const { displayedTime: hasTime } = channelKind(content.channel)
  const displayedAt = hasTime ? displayedTime(values.time, now) : undefined
  const send = async () => {
    if (displayedAt === 'unreadable') return
    const what = {
      ...({ kind: 'update-edit', connection: content.channel.connection, update: update.id } as const),
      publicIncident: { id: delivery.externalId, name: content.title },
      ...{ published: delivery.at, before: content.body, body: values.body, why: values.why },
      ...(displayedAt !== undefined && { displayedAt }),
    }
    const { because } = values
    const sent = await commands.send('comms', 'comms:edit', { act, what, ...(because !== '' && { because }) })
    if (!sent.ok) return
    forget()
    onDone()
  }
  return (
    <Form onSubmit={send} submit={proposes ? text.propose : text.submit}>
      <About channel={content.channel} proposes={proposes} />
      <RestoredNote since={since} forget={forget} />
      <TextArea
        limit={BODY_LIMIT}
        data-autofocus
        label={texts.channels.read[readersOf(content.channel)]}
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
      {hasTime && (
        <TextField
          limit={200}
          label={t(text.time, { time: utcClock(delivery.at).slice(0, 5) })}
          placeholder={text.timeExample}
          error={displayedAt === 'unreadable' ? text.howTime : undefined}
          value={values.time}
          onChange={event => set({ time: event.currentTarget.value })}
        />
      )}
      <TextField
        limit={500}
        label={text.why}
        needed={texts.ui.empty}
        value={values.why}
        onChange={event => set({ why: event.currentTarget.value })}
      />
      {(values.because !== '' || fault?.code === 'publish-blocked') && (
        <TextField
          limit={WAIVER_REASON_LIMIT}
          label={text.because}
          value={values.because}
          onChange={event => set({ because: event.currentTarget.value })}
        />
      )}
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('comms')} />
    </Form>
  )
}

/** What an edit changes there, and who reads it first. */
function About({ channel, proposes }: { readonly channel: Channel; readonly proposes: boolean }) {
  const about = channelKind(channel).displayedTime ? text.about : text.aboutMessage
  return (
    <p className={textStyles.said}>
      {t(about, { page: channel.label })} {proposes && text.proposeAbout}
    </p>
  )
}

/** [PE5] What came back is worded anew, not typed again. */
function startOf({ proposedEdits }: Incident, { id, content: { body } }: Update) {
  const last = proposedEdits.findLast(({ what }) => what.update === id)
  const isBack = last?.judged?.verdict === 'sent-back' && last.what.before === body
  const { what } = isBack ? last : {}
  return { body: what?.body ?? body, time: '', why: what?.why ?? '', because: what?.anyway?.reason ?? '' }
}
