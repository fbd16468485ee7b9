import { useState } from 'react'
import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import type { Incident } from '../../../shared/domain/incident'
import { openedChannel } from '../../../shared/domain/opened-channel'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useBoard, useRecord } from '../../stores/cockpit'
import { WhileNoIncident } from '../../stores/while-none'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { Trans } from '../../ui/trans'
import { RoomEnd } from './room-end'
import { RoomForm } from './room-form'
import { RoomProgress } from './room-progress'

const text = texts.outbox

/** [WR1] The war room: opened in one act, then how far that is, and its end once the incident is resolved. */
export function ChatOpenDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.room.title} width={640}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <Room key={incident.id} incident={incident} onDone={onClose} />
      )}
    </Dialog>
  )
}

function Room({ incident, onDone }: { readonly incident: Incident; readonly onDone: () => void }) {
  const slack = useBoard(board => board.channels.find(channel => channelKind(channel).rooms)?.connection)
  const [another, setAnother] = useState(false)
  const plan = incident.roomPlans.at(-1)
  if (incident.status === 'resolved' && openedChannel(incident) !== undefined)
    return <RoomEnd incident={incident} onDone={onDone} />
  if (plan !== undefined && !another)
    return <RoomProgress incident={incident} plan={plan} onAnother={() => setAnother(true)} />
  if (slack === undefined)
    return (
      <EmptyState title={text.channel.notConnected}>
        <Trans text={text.channel.connect} parts={{ key: <Key>{keyOf('connections')}</Key> }} />
      </EmptyState>
    )
  return <RoomForm incident={incident} slack={slack} onDone={() => setAnother(false)} />
}
