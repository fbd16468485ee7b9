import { waitingMessages } from '../../../shared/contract/waiting-messages'
import { openProposals } from '../../../shared/domain/proposal'
import { handoffWritten } from '../../../shared/events/handoff-written'
import { messagesCounted } from '../../../shared/events/messages-counted'
import { sourcesNoted } from '../../../shared/events/sources-noted'
import { type Commands, decided, onIncident } from '../decision'

export const handoffCommands: Commands<'handoff:write'> = {
  // The document is a view of the log up to its event, so writing the event is writing the document.
  'handoff:write': onIncident<'handoff:write'>(({ handoff }, { now, by, record, rooms, sources }) => {
    const { proposals, feeds } = rooms()
    const open = openProposals(record.incident, id => record.line(id) !== undefined, proposals)
    const waiting = waitingMessages(open.length, feeds, now)
    return decided(
      messagesCounted.draft({ waiting }, now, { kind: 'engine' }),
      sourcesNoted.draft({ sources: sources() }, now, { kind: 'engine' }),
      handoffWritten.draft({ handoff }, now, by),
    )
  }),
}
