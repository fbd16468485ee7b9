import { useState } from 'react'
import { newId, type OutboxItemId } from '../../../shared/domain/ids'
import { MESSAGE_LIMIT } from '../../../shared/events/act-field'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit, useFault, useRecord } from '../../stores/cockpit'
import { offerFor } from '../../stores/focus-store'
import { useOutboxActions } from '../../stores/use-outbox-actions'
import { useTypedFields } from '../../stores/use-typed-fields'
import { WhileNoIncident } from '../../stores/while-none'
import { Choice } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { TextArea } from '../../ui/text-fields'
import { type ChatTarget, chatTargets } from './chat-targets'

const asks = texts.outbox.post

/** Posts to Slack for responders; customer updates have their own form (`u`). */
export function ChatPostDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  const channels = useBoard(board => board.channels)
  const targets = incident === undefined ? [] : chatTargets(incident, channels)
  return (
    <Dialog opened={opened} onClose={onClose} title={asks.title}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : targets.length === 0 ? (
        <EmptyState title={asks.none} />
      ) : (
        <ChatPostForm targets={targets} onDone={onClose} />
      )}
    </Dialog>
  )
}

function ChatPostForm({ targets, onDone }: { readonly targets: readonly ChatTarget[]; readonly onDone: () => void }) {
  const { ask } = useOutboxActions('outbox')
  const fault = useFault('outbox')
  const [key, setKey] = useState(targets[0]?.key ?? '')
  const { focus } = useCockpit()
  const [offer] = useState(() => offerFor(focus, 'chat-post'))
  // An offer has a form of its own: it must not replace what was half typed.
  const form = offer === null ? 'chat-post' : `chat-post:${offer.text}`
  const { values, set, forget, since } = useTypedFields(form, { text: offer?.text ?? '' })
  const { text } = values
  const [act] = useState(() => newId<OutboxItemId>())
  const target = targets.find(one => one.key === key) ?? targets[0]
  const post = async () => {
    if (target === undefined) return
    const { connection, id, name } = target
    if (await ask({ kind: 'chat-post', connection, channel: { id, name }, text }, act)) {
      forget()
      onDone()
    }
  }
  return (
    <Form onSubmit={post} submit={t(asks.submit, { name: target?.label ?? '' })} sendKey="Ctrl ↵" hint={asks.hint}>
      <RestoredNote since={since} forget={forget} />
      <TextArea
        limit={MESSAGE_LIMIT}
        data-autofocus
        label={asks.text}
        needed={texts.ui.empty}
        rows={4}
        value={text}
        onChange={event => set({ text: event.currentTarget.value })}
      />
      {targets.length > 1 && (
        <Choice
          legend={asks.where}
          value={key}
          onChange={setKey}
          options={targets.map(({ key: value, label }) => ({ value, label }))}
        />
      )}
      <FaultNote fault={fault} />
    </Form>
  )
}
