import type { Parsed } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import {
  type Approval,
  approvalOf,
  approverRole,
  countsAsGiven,
  coversWaiver,
  goesToCustomers,
  isDisputed,
  isOwnText,
  isReadByCustomers,
  maySayOfText,
  textOf,
} from '../../../shared/domain/approval'
import { saidUnchanged } from '../../../shared/domain/holding-post'
import { rulesAt } from '../../../shared/domain/lint/lint-gate'
import type { Message } from '../../../shared/domain/message'
import { messageOf, messagesOf, stillEditable } from '../../../shared/domain/message'
import type { Responder } from '../../../shared/domain/people'
import type { Update } from '../../../shared/domain/update'
import type { Waiver } from '../../../shared/domain/waiver'
import type { EventDraft } from '../../../shared/events/define'
import { updateApprovalAsked } from '../../../shared/events/update-approval-asked'
import { updateApproved } from '../../../shared/events/update-approved'
import { updateSentBack } from '../../../shared/events/update-sent-back'
import { ok, type Reply } from '../../../shared/lib/reply'
import {
  type CommandDecisions,
  conflict,
  type Decision,
  decided,
  type IncidentSituation,
  onIncident,
  refused,
} from '../record/decision'
import { checkContext, checkMessage } from './publish-check'

export const approvalCommands: CommandDecisions<'comms:ask-approval' | 'comms:approve' | 'comms:send-back'> = {
  'comms:ask-approval': onIncident<'comms:ask-approval'>((input, situation) =>
    onText(input, situation, ({ approval, ...of }) => {
      const { because = '' } = input
      // Asked by two, it is asked; another reason to let it pass is news to who approves.
      const isNews = because !== '' && because !== ('because' in approval ? approval.because : undefined)
      if (approval.state === 'given' && !isNews && !isRefusedOf(of.of, situation)) return refused('approved-already')
      if (approval.state === 'asked' && !isNews) return decided()
      const body = { ...bodyOf(of), ...(because !== '' && { because }) }
      return decided(updateApprovalAsked.draft(body, situation.now, situation.by))
    }),
  ),

  'comms:approve': onIncident<'comms:approve'>((input, situation) =>
    onReadText(input, situation, ({ approval, ...of }, as) => {
      const { because = '' } = input
      // [AP10] A reason that came meanwhile was not read.
      if (approval.state === 'asked' && (approval.because ?? '') !== because) return conflict('reason-changed')
      const isNews = because !== '' && approval.state === 'given' && approval.because !== because
      if (approval.state === 'given' && !isNews && !isRefusedOf(of.of, situation)) return refused('approved-already')
      const overrode = because === '' ? undefined : blockingRules(of.of, situation)
      const body = { ...bodyOf(of), ...(as !== undefined && { as }), ...(overrode && { overrode, because }) }
      return decided(updateApproved.draft(body, situation.now, situation.by))
    }),
  ),

  'comms:send-back': onIncident<'comms:send-back'>((input, situation) =>
    onReadText(input, situation, ({ approval, ...of }) => {
      const { incident } = situation.record
      const waits = approval.state === 'asked' || approval.state === 'given' || isDisputed(of.of.id, incident)
      if (!waits) return refused('approval-not-asked')
      return decided(updateSentBack.draft({ ...bodyOf(of), note: input.note }, situation.now, situation.by))
    }),
  ),
}

/** What a person says of a text that they have read, who may say it. @param decide as what they may, if as anything */
function onReadText(
  input: Pick<Parsed<'comms:approve'>, 'update' | 'text'>,
  situation: IncidentSituation,
  decide: (of: OnText, as: 'ic' | 'deputy' | undefined) => Reply<Decision, Fault>,
): Reply<Decision, Fault> {
  return onText(input, situation, of => {
    if (of.text !== input.text) return conflict('text-changed')
    const as = approverRole(situation.by, situation.record.incident)
    if (!maySayOfText(situation.by, situation.record.incident, isNeeded(of.of, situation)))
      return notAnApprover(situation)
    return decide(of, as)
  })
}

/** What the check stops in a message now, by rule. */
function blockingRules(message: Message, situation: IncidentSituation): readonly string[] {
  const { parts } = checkMessage(message, situation.record.incident, checkContext(situation))
  return rulesAt(
    'blocks',
    parts.flatMap(({ findings }) => findings),
  )
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

function ofMessage(of: Message, { record }: IncidentSituation) {
  const { id, renditions } = of
  const title = renditions[0]?.content.title ?? ''
  return { of, message: id, text: textOf(renditions), title, approval: approvalOf(id, renditions, record.incident) }
}

function bodyOf({ message, text, title }: Omit<OnText, 'approval' | 'of'>) {
  return { message, text, title }
}

/** [AP3] [AP4] It was approved, and is not: by two who differ, or by somebody who may not. */
function isRefusedOf(message: Message, situation: IncidentSituation): boolean {
  const { incident } = situation.record
  if (isDisputed(message.id, incident)) return true
  return isNeeded(message, situation) && !countsAsGiven(approvalOf(message.id, message.renditions, incident), incident)
}

/** [AP2] */
function isNeeded(message: Message, { record, approvalNeeded }: IncidentSituation): boolean {
  return goesToCustomers(message) && approvalNeeded(record.incident.severity)
}

/**
 * [PE3] Why this person may not change what customers read of an update that is out: where its severity asks for an
 * approval, only somebody who gives it may.
 */
export function mayNotApprove(update: Update, situation: IncidentSituation): Reply<never, Fault> | undefined {
  const { record, by } = situation
  const message = messageOf(update, record.incident.updates)
  const needed = isReadByCustomers(message) && situation.approvalNeeded(record.incident.severity)
  return maySayOfText(by, record.incident, needed) ? undefined : notAnApprover(situation)
}

/** [AP4] The incident commander, then their deputy. */
function approversOf({ roles, crew }: IncidentSituation['record']['incident']): readonly Responder[] {
  return [roles.ic, crew.deputies.ic].flatMap(held => held?.responder ?? [])
}

/** [AP4] Whom to ask, or whom to name. */
function notAnApprover({ record: { incident } }: IncidentSituation) {
  const names = approversOf(incident).map(({ name }) => name)
  return names.length === 0
    ? refused('approval-no-commander', { severity: incident.severity })
    : refused('approval-by-others', { severity: incident.severity, names: names.join(', ') })
}

/** [AP2] What a message leaves with: none was needed, a person goes on alone, or an approval of its text. */
type LeavesWith = 'none-needed' | 'alone' | Extract<Approval, { readonly state: 'given' }>

/**
 * [AP2] Why customers may not read it yet, or what it may leave with.
 * @param alone what a person typed who goes on without an approval; undefined: they did not
 */
export function approvalToPublish(
  message: Message,
  alone: string | undefined,
  situation: IncidentSituation,
): Reply<LeavesWith, Fault> {
  const { incident } = situation.record
  const needsNone = !isNeeded(message, situation) || isOwnText(stillEditable(message.renditions), incident)
  if (needsNone || isHoldingPost(message, situation)) return ok('none-needed')
  const disputed = isDisputed(message.id, incident)
  const approval = approvalOf(message.id, message.renditions, incident)
  if (!disputed && approval.state === 'given' && countsAsGiven(approval, incident)) return ok(approval)
  if (alone !== undefined) return notAlone(message, alone, situation) ?? ok('alone')
  if (disputed) return refused('approval-disputed')
  if (approval.state === 'withdrawn') return refused('approval-withdrawn')
  if (approval.state === 'sent-back') return refused('approval-sent-back', { name: nameOf(approval.by) })
  if (approversOf(incident).length === 0) return refused('approval-no-commander', { severity: incident.severity })
  return refused(approval.state === 'asked' ? 'approval-waits' : 'approval-missing')
}

/**
 * [AP10] Why what the check stops may not leave with that approval: it is for other rules, or for another reason. Where
 * it may, what goes into the record with it.
 * @param passed what is let pass of each part as it is published
 */
export function boundApproval(
  approval: LeavesWith,
  message: Message,
  passed: readonly Waiver[],
  situation: IncidentSituation,
): Reply<readonly EventDraft[], Fault> {
  if (approval === 'none-needed') return ok([])
  if (approval !== 'alone')
    return passed.every(waiver => coversWaiver(approval, waiver)) ? ok([]) : refused('approval-other-reason')
  const overrode = [...new Set(passed.flatMap(waiver => waiver.overrode))]
  const because = passed.find(waiver => waiver.overrode.length > 0)?.reason
  const body = { ...bodyOf(ofMessage(message, situation)), as: 'alone' as const }
  const anyway = because === undefined ? {} : { overrode, because }
  return ok([updateApproved.draft({ ...body, ...anyway }, situation.now, situation.by)])
}

function nameOf(by: IncidentSituation['by']): string {
  return by.kind === 'person' ? by.responder.name : ''
}

/**
 * [AP7] Why this person does not go on alone: somebody who can approve it is at a screen, or what was typed is not where
 * it goes. Names are what screens say.
 */
function notAlone(message: Message, typed: string, { record, by, present }: IncidentSituation) {
  const own = by.kind === 'person' ? by.responder.id : undefined
  const here = new Set(present().map(({ id }) => id))
  const approver = approversOf(record.incident).find(({ id }) => id !== own && here.has(id))
  if (approver !== undefined) return refused('approver-here', { name: approver.name })
  const [first] = stillEditable(message.renditions)
  const label = first?.content.channel.label ?? ''
  return typed.trim() === label.trim() ? undefined : refused('channel-name-typed', { channel: label })
}

/** [HP2] The holding post as its template has it now: the engine fills it by itself, and compares. */
function isHoldingPost(message: Message, { record, holdingPost, now }: IncidentSituation): boolean {
  return stillEditable(message.renditions).every(({ content }) =>
    saidUnchanged(content, holdingPost(record.incident, content.nextUpdateAt), now),
  )
}
