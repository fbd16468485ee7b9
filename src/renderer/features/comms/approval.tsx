import { approvalOf, type Approval as Standing, textOf } from '../../../shared/domain/approval'
import type { ContentHash } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { messageOf, stillEditable } from '../../../shared/domain/message'
import { actorName } from '../../../shared/domain/people'
import type { Update } from '../../../shared/domain/update'
import { texts } from '../../../shared/texts/texts'
import { useClockFace } from '../../ui/clock-face'
import { Trans } from '../../ui/trans'

const text = texts.comms.approval

/** [AP1] The state of the approval of an update's message, and the hash of the text that it covers. */
export function approvalStatusOf(update: Update, incident: Incident): { approval: Standing; hash: ContentHash } {
  const { id, renditions } = messageOf(update, incident.updates)
  return { approval: approvalOf(id, renditions, incident), hash: textOf(renditions) }
}

/** [CM13] Whether this is the part of its message at which a person approves or rejects the text. */
export function needsApproval(update: Update, incident: Incident): boolean {
  const [first] = stillEditable(messageOf(update, incident.updates).renditions)
  return first?.id === update.id && approvalStatusOf(update, incident).approval.state === 'asked'
}

/** Who requested it, who gave it, or which approval was withdrawn; nothing if no one requested it. */
export function ApprovalText({ approval }: { readonly approval: Standing }) {
  const clock = useClockFace()
  if (approval.state === 'none') return null
  const parts = { name: <bdi>{actorName(approval.by)}</bdi>, time: clock.short(approval.at) }
  return <Trans text={text[approval.state]} parts={parts} />
}
