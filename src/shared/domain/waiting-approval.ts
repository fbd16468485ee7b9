import { approvalOf, isDisputed } from './approval'
import type { Incident } from './incident'
import { type Message, messagesOf, stillEditable } from './message'

/** [AP6] [AP9] Messages that wait for an approval, the one that was begun first on top. */
export function waitingForApproval(incident: Incident): readonly Message[] {
  return messagesOf(incident.updates).filter(
    ({ id, renditions }) =>
      stillEditable(renditions).length > 0 &&
      (approvalOf(id, renditions, incident).state === 'asked' || isDisputed(id, incident)),
  )
}
