import { useState } from 'react'
import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import { type ConnectionId, newId, type OutboxItemId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { openedChannel } from '../../../shared/domain/opened-channel'
import { type Channel, channelKey } from '../../../shared/domain/update'
import { MESSAGE_LIMIT } from '../../../shared/events/act-field'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useFault, useRecord } from '../../stores/cockpit'
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
  const { values, set, forget, since } = useTypedFields('chat-post', { text: '' })
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

/** A Slack channel to post to. */
export interface ChatTarget {
  readonly key: string
  readonly connection: ConnectionId
  readonly id: string
  readonly name: string
  /** As a person knows it: the channel, or the connection where the name of its channel is unknown. */
  readonly label: string
}

/** Channels to post to: the incident's own first, then those that updates go to. */
export function chatTargets(incident: Incident, channels: readonly Channel[]): readonly ChatTarget[] {
  const own = openedChannel(incident)
  const known = channels
    .filter(channel => channelKind(channel).rooms)
    .map(channel => ({
      key: channelKey(channel),
      connection: channel.connection,
      id: channel.target,
      name: channel.label.replace(/^#/, ''),
      label: channel.label,
    }))
  if (own === undefined) return known
  const { connection, channel } = own
  return [
    { key: `own:${channel.id}`, connection, ...channel, label: `#${channel.name}` },
    ...known.filter(({ id }) => id !== channel.id),
  ]
}
