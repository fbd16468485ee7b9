import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { newId, type OutboxItemId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { openedChannel } from '../../../shared/domain/opened-channel'
import { MESSAGE_LIMIT } from '../../../shared/events/act-field'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useFault } from '../../stores/cockpit'
import { useOutboxActions } from '../../stores/use-outbox-actions'
import { useTypedFields } from '../../stores/use-typed-fields'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { RestoredNote } from '../../ui/restored-note'
import { TextArea } from '../../ui/text-fields'
import styles from './room.module.css'
import { useFilled } from './use-room-drafts'

const text = texts.room.end

/** [WR6] The last message, and the channel archived: only of a room that was opened from here. */
export function RoomEnd({ incident, onDone }: { readonly incident: Incident; readonly onDone: () => void }) {
  const room = openedChannel(incident)
  const { ask } = useOutboxActions('outbox')
  const fault = useFault('outbox')
  const name = room?.channel.name ?? ''
  const filled = useFilled('chat-resolved', incident, name)
  const { values, set, forget, since } = useTypedFields('room-end', { post: '' })
  const [posts, setPosts] = useState(true)
  const [archives, setArchives] = useState(true)
  const [acts] = useState(() => ({ post: newId<OutboxItemId>(), archive: newId<OutboxItemId>() }))
  const words = values.post || filled
  const end = async () => {
    if (room === undefined || (!posts && !archives)) return
    const at = { connection: room.connection, channel: room.channel }
    // One lane: the channel is archived once the message is there.
    if (posts && words.trim() !== '' && !(await ask({ kind: 'chat-post', ...at, text: words.trim() }, acts.post)))
      return
    if (archives && !(await ask({ kind: 'chat-archive', ...at }, acts.archive))) return
    forget()
    onDone()
  }
  return (
    <Form
      onSubmit={end}
      submit={text.submit}
      sendKey="Ctrl ↵"
      hint={!posts && !archives ? text.nothing : t(text.title, { name })}
      outcome={<FaultNote fault={fault} />}
    >
      <RestoredNote since={since} forget={forget} />
      <div className={styles.part}>
        <Checkbox label={text.post} checked={posts} onChange={event => setPosts(event.currentTarget.checked)} />
        {posts && (
          <TextArea
            data-autofocus
            limit={MESSAGE_LIMIT}
            aria-label={text.post}
            rows={4}
            value={words}
            onChange={event => set({ post: event.currentTarget.value })}
          />
        )}
      </div>
      <Checkbox
        label={t(text.archive, { name })}
        description={text.archiveAbout}
        checked={archives}
        onChange={event => setArchives(event.currentTarget.checked)}
      />
    </Form>
  )
}
