import type { Parsed } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import { approvalOf, textOf } from '../../../shared/domain/approval'
import { openConflicts } from '../../../shared/domain/claims'
import type { Message } from '../../../shared/domain/message'
import { messagesOf, stillEditable } from '../../../shared/domain/message'
import { updateApprovalAsked } from '../../../shared/events/update-approval-asked'
import { updateApproved } from '../../../shared/events/update-approved'
import type { Reply } from '../../../shared/lib/reply'
import {
  type CommandDecisions,
  conflict,
  type Decision,
  decided,
  type IncidentSituation,
  onIncident,
  refused,
} from '../record/decision'

export const approvalCommands: CommandDecisions<'comms:ask-approval' | 'comms:approve'> = {
  'comms:ask-approval': onIncident<'comms:ask-approval'>((input, situation) =>
    onText(input, situation, ({ approval, ...of }) => {
      if (approval.state === 'given') return refused('approved-already')
      // Asked by two, it is asked.
      if (approval.state === 'asked') return decided()
      return decided(updateApprovalAsked.draft(of, situation.now, situation.by))
    }),
  ),

  'comms:approve': onIncident<'comms:approve'>((input, situation) =>
    onText(input, situation, ({ approval, ...of }) => {
      if (of.text !== input.text) return conflict('text-changed')
      if (approval.state === 'given' && !isDisputed(of.message, situation)) return refused('approved-already')
      return decided(updateApproved.draft(of, situation.now, situation.by))
    }),
  ),
}

type OnText = ReturnType<typeof ofMessage>

/** What is approved is what can still be published. */
function onText(
  { update }: Pick<Parsed<'comms:ask-approval'>, 'update'>,
  situation: IncidentSituation,
  decide: (of: OnText) => Reply<Decision, Fault>,
): Reply<Decision, Fault> {
  const message = messagesOf(situation.record.incident.updates).find(({ renditions }) =>
    renditions.some(({ id }) => id === update),
  )
  if (message === undefined) return refused('no-such-draft')
  if (stillEditable(message.renditions).length === 0) return refused('update-leaving-publish')
  return decide(ofMessage(message, situation))
}

function ofMessage({ id, renditions }: Message, { record }: IncidentSituation) {
  const title = renditions[0]?.content.title ?? ''
  return { message: id, text: textOf(renditions), title, approval: approvalOf(id, renditions, record.incident) }
}

function isDisputed(message: Message['id'], { record }: IncidentSituation): boolean {
  return openConflicts(record.incident).some(({ about }) => about === `approval:${message}`)
}

/** [AP2] Why customers may not read it yet, or undefined where they may. */
export function notApproved(message: Message, situation: IncidentSituation) {
  const { record, approvalNeeded } = situation
  const toCustomers = stillEditable(message.renditions).some(({ audience }) => audience === 'customers')
  if (!toCustomers || !approvalNeeded()) return undefined
  if (isDisputed(message.id, situation)) return refused('approval-disputed')
  const { state } = approvalOf(message.id, message.renditions, record.incident)
  if (state === 'given') return undefined
  return refused(state === 'withdrawn' ? 'approval-withdrawn' : 'approval-missing')
}
