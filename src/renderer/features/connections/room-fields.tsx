import { type Connection, connectionLimits } from '../../../shared/contract/connections'
import { texts } from '../../../shared/texts/texts'
import { TextField } from '../../ui/text-fields'
import { bareReaction } from './vendor-fields'

const text = texts.reading

interface RoomFieldsProps {
  readonly typed: Connection
  readonly onChange: (change: Partial<Connection>) => void
}

/** Where Slack is read for the timeline, and what puts a message first. */
export function RoomFields({ typed, onChange }: RoomFieldsProps) {
  return (
    <>
      <TextField
        limit={connectionLimits.warRoom}
        label={text.warRoom}
        description={text.warRoomAbout}
        value={typed.warRoom ?? ''}
        onChange={event => onChange({ warRoom: event.currentTarget.value })}
      />
      <TextField
        limit={connectionLimits.reaction}
        sent={bareReaction(typed.reaction) ?? ''}
        label={text.reaction}
        description={text.reactionAbout}
        placeholder={text.reactionExample}
        value={typed.reaction ?? ''}
        onChange={event => onChange({ reaction: event.currentTarget.value })}
      />
    </>
  )
}
