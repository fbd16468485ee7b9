import { TextInput } from '@mantine/core'
import type { Connection } from '../../../shared/contract/connections'

interface RoomFieldsProps {
  readonly typed: Connection
  readonly onChange: (change: Partial<Connection>) => void
}

/** Where Slack is read for the timeline, and what puts a message first. */
export function RoomFields({ typed, onChange }: RoomFieldsProps) {
  return (
    <>
      <TextInput
        label="War room"
        description="Id of the channel that incidents without one of their own are talked about in (optional)"
        value={typed.warRoom ?? ''}
        onChange={event => onChange({ warRoom: event.currentTarget.value })}
      />
      <TextInput
        label="Reaction"
        description="Its name without colons: what it marks is proposed for the timeline first"
        placeholder="pushpin"
        value={typed.reaction ?? ''}
        onChange={event => onChange({ reaction: event.currentTarget.value })}
      />
    </>
  )
}
