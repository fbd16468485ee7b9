import { handoffWritten } from '../../../shared/events/handoff-written'
import { type Commands, decided, onIncident } from '../decision'

export const handoffCommands: Commands<'handoff:write'> = {
  // The document is a view of the log up to this event, so writing the event is writing the document.
  'handoff:write': onIncident<'handoff:write'>(({ handoff }, { now, by }) =>
    decided(handoffWritten.draft({ handoff }, now, by)),
  ),
}
