import {
  approvalOf,
  countsAsGiven,
  goesToCustomers,
  isDisputed,
  isOwnText,
  isReadByCustomers,
  maySayOfText,
  type Approval as Standing,
  textOf,
} from '../../../shared/domain/approval'
import type { ContentHash } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { messageOf, stillEditable } from '../../../shared/domain/message'
import { actorName, type Responder } from '../../../shared/domain/people'
import type { Update } from '../../../shared/domain/update'
import { andListText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useSession } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { useClockFace } from '../../ui/clock-face'
import { Key } from '../../ui/key'
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

/** [AP4] Whether this person may approve in this incident. @param needed whether its severity asks for it */
export function mayApprove(me: Responder | null, incident: Incident, needed: boolean): boolean {
  return maySayOfText(me === null ? null : { kind: 'person', responder: me }, incident, needed)
}

/** [PE5] Whether this person may change what an update that is out says, or approve another's change of it. */
export function useMayApproveEdit(incident: Incident, update: Update | undefined): boolean {
  const me = useSession(session => session.me)
  const approvalFor = useRead('settings:read', {}).value?.approvalFor
  const forCustomers = update === undefined || isReadByCustomers(messageOf(update, incident.updates))
  return mayApprove(me, incident, forCustomers && (approvalFor?.includes(incident.severity) ?? false))
}

/** [AP4] Whether this person is offered to approve what waits here; not before it is known who may. */
export function useMayApproveText(incident: Incident, update: Update): boolean {
  const me = useSession(session => session.me)
  const approvalFor = useRead('settings:read', {}).value?.approvalFor
  const needed = approvalFor === undefined || approvalFor.includes(incident.severity)
  return mayApprove(me, incident, judgedApproval(update, incident, needed).asksFor)
}

/** [AP2] What an approval of a message comes to, as the engine will judge it. */
export function judgedApproval(update: Update, incident: Incident, needed: boolean) {
  const message = messageOf(update, incident.updates)
  const approval = approvalOf(message.id, message.renditions, incident)
  const disputed = isDisputed(message.id, incident)
  const asksFor = needed && goesToCustomers(message)
  const own = isOwnText(stillEditable(message.renditions), incident)
  const given = !disputed && (asksFor ? countsAsGiven(approval, incident) : approval.state === 'given')
  return { approval, disputed, asksFor, own, given, hash: textOf(message.renditions) }
}

/** Who requested it, who gave it, or which approval was withdrawn; nothing if no one requested it. */
export function ApprovalText({ approval }: { readonly approval: Standing }) {
  const clock = useClockFace()
  if (approval.state === 'none') return null
  const parts = { name: <bdi>{actorName(approval.by)}</bdi>, time: clock.short(approval.at) }
  if (approval.state === 'sent-back') {
    return (
      <>
        <Trans text={approval.changed ? text.sentBackChanged : text.sentBack} parts={parts} />
        {approval.note !== '' && (
          <>
            {' '}
            <strong dir="auto">{t(text.note, { note: approval.note })}</strong>
          </>
        )}
      </>
    )
  }
  const as = approval.state === 'given' ? approval.as : undefined
  return (
    <>
      <Trans text={text[approval.state]} parts={parts} />
      {as !== undefined && ` (${text.givenAs[as]})`}
    </>
  )
}

/** [AP4] Who approves in this incident, or how somebody is named who does. */
export function WhoApproves({ incident: { severity, roles, crew } }: { readonly incident: Incident }) {
  const names = [roles.ic, crew.deputies.ic].flatMap(held => held?.responder.name ?? [])
  if (names.length > 0) return t(text.by, { severity, names: andListText(names) })
  return <Trans text={text.byNobody} parts={{ severity, key: <Key quiet>{keyOf('assign')}</Key> }} />
}
