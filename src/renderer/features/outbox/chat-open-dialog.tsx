import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { markedChannelName, proposedChannelName, SLACK_CHANNEL_LIMIT } from '../../../shared/domain/channel-name'
import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import { type ConnectionId, newId, type OutboxItemId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { openedChannel } from '../../../shared/domain/opened-channel'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useBoard, useFault, useRecord } from '../../stores/cockpit'
import { useOutboxActions } from '../../stores/use-outbox-actions'
import { useTypedFields } from '../../stores/use-typed-fields'
import { WhileNoIncident } from '../../stores/while-none'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { TextField } from '../../ui/text-fields'
import { Trans } from '../../ui/trans'

const text = texts.outbox
/** A hyphen and the mark follow the name. */
const MARK_LENGTH = 5

/** Opens a Slack channel for the incident; its topic then follows the incident. */
export function ChatOpenDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  const slack = useBoard(board => board.channels.find(channel => channelKind(channel).rooms)?.connection)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.channel.title}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : slack === undefined ? (
        <EmptyState title={text.channel.notConnected}>
          <Trans text={text.channel.connect} parts={{ key: <Key>{keyOf('connections')}</Key> }} />
        </EmptyState>
      ) : (
        <ChatOpenForm incident={incident} slack={slack} onDone={onClose} />
      )}
    </Dialog>
  )
}

interface FormProps {
  readonly incident: Incident
  readonly slack: ConnectionId
  readonly onDone: () => void
}

function ChatOpenForm({ incident, slack, onDone }: FormProps) {
  const { ask } = useOutboxActions('outbox')
  const fault = useFault('outbox')
  const { values, set, forget, since } = useTypedFields('chat-open', { name: proposedChannelName(incident) })
  const { name } = values
  const [isPrivate, setPrivate] = useState(false)
  const [act] = useState(() => newId<OutboxItemId>())
  const own = openedChannel(incident)
  const marked = markedChannelName(name, act)
  const open = async () => {
    if (await ask({ kind: 'chat-open', connection: slack, name: marked, private: isPrivate }, act)) {
      forget()
      onDone()
    }
  }
  return (
    <Form
      onSubmit={open}
      submit={t(text.channel.submit, { name: marked })}
      hint={own && t(text.channel.isOpen, { name: own.channel.name })}
    >
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={SLACK_CHANNEL_LIMIT - MARK_LENGTH}
        data-autofocus
        label={text.channel.name}
        description={text.channel.nameAbout}
        value={name}
        onChange={event => set({ name: event.currentTarget.value.toLowerCase().replace(/[^a-z0-9_-]/g, '-') })}
      />
      <Checkbox
        label={text.channel.private}
        checked={isPrivate}
        onChange={event => setPrivate(event.currentTarget.checked)}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}
