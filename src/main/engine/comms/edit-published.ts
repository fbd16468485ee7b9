import type { Parsed } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import { approverRole } from '../../../shared/domain/approval'
import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import { rulesAt } from '../../../shared/domain/lint/lint-gate'
import { actorName, samePerson } from '../../../shared/domain/people'
import {
  type EditRequest,
  type EditVerdict,
  editHash,
  type ProposedEdit,
  waitingEdits,
} from '../../../shared/domain/proposed-edit'
import type { Update } from '../../../shared/domain/update'
import { actAsked } from '../../../shared/events/act-asked'
import type { EventDraft } from '../../../shared/events/define'
import { editJudged } from '../../../shared/events/edit-judged'
import { editProposed } from '../../../shared/events/edit-proposed'
import { overrodeText } from '../../../shared/events/update-publishing'
import { ok, type Reply } from '../../../shared/lib/reply'
import { newItem, requestToSend } from '../outbox/item'
import {
  type CommandDecisions,
  conflict,
  type Decide,
  type Decision,
  decided,
  type IncidentSituation,
  onIncident,
  refused,
} from '../record/decision'
import { mayNotApprove } from './approval'
import { checkContext, findingsOf, stopOf } from './publish-check'

export const editCommands: CommandDecisions<'comms:edit' | 'comms:judge-edit'> = {
  'comms:edit': onIncident<'comms:edit'>(({ act, what: asked, because = '' }, situation) => {
    const { record, now, by } = situation
    const { acts, proposedEdits } = record.incident
    // Sent again after an unknown outcome, it is there: that is answered, not judged.
    if (acts.some(({ id }) => id === act) || proposedEdits.some(({ id }) => id === act)) return decided()
    const checked = checkedEdit(asked, because, situation)
    if (!checked.ok) return checked
    const { update, what } = checked.value
    const other = waitingEdits(record.incident).find(edit => edit.what.update === update.id)
    if (other !== undefined && !samePerson(other.by, by)) return refused('edit-waits', { name: actorName(other.by) })
    // Who words their own proposal anew takes the earlier one back.
    const before = other === undefined ? [] : [verdictOn(other, 'sent-back', '', situation)]
    if (mayNotApprove(update, situation) === undefined) return askFor(act, what, before, situation)
    return decided(...before, editProposed.draft({ edit: act, what }, now, by))
  }),

  'comms:judge-edit': onIncident<'comms:judge-edit'>(({ edit, text, verdict, note }, situation) => {
    const { incident } = situation.record
    const proposed = incident.proposedEdits.find(({ id }) => id === edit)
    if (proposed === undefined) return refused('no-such-edit')
    if (proposed.judged !== null) return refused('edit-judged-already')
    if (editHash(proposed.what) !== text) return conflict('text-changed')
    const update = incident.updates.find(({ id }) => id === proposed.what.update)
    if (update === undefined) return refused('no-such-edit')
    const isOwn = samePerson(proposed.by, situation.by)
    const unapproved = mayNotApprove(update, situation)
    if (unapproved !== undefined && !(isOwn && verdict === 'sent-back')) return unapproved
    const said = verdictOn(proposed, verdict, note, situation)
    return verdict === 'sent-back' ? decided(said) : letGo(proposed, said, situation)
  }),
}

/** [PE5] Once approved it goes, if it may still be made: the page's words and the check may have moved since. */
function letGo({ id, what }: ProposedEdit, said: EventDraft, situation: IncidentSituation): Reply<Decision, Fault> {
  const checked = checkedEdit(what, what.anyway?.reason ?? '', situation)
  if (!checked.ok)
    return 'code' in checked.fault && checked.fault.code === 'text-changed' ? refused('edit-outdated') : checked
  // [AP10] What the check stops since was read by nobody.
  const known = what.anyway?.overrode ?? []
  const fresh = checked.value.what.anyway?.overrode.filter(rule => !known.includes(rule)) ?? []
  if (fresh.length > 0) return refused('publish-blocked', { what: overrodeText(fresh) })
  return askFor(id, what, [said], situation)
}

function verdictOn(
  { id, what }: ProposedEdit,
  verdict: EditVerdict,
  note: string,
  { now, by, record }: IncidentSituation,
): EventDraft {
  const as = verdict === 'approved' ? approverRole(by, record.incident) : undefined
  const body = { edit: id, text: editHash(what), title: what.publicIncident.name, verdict, note }
  return editJudged.draft({ ...body, ...(as !== undefined && { as }) }, now, by)
}

function askFor(
  act: Parsed<'comms:edit'>['act'],
  what: EditRequest,
  before: readonly EventDraft[],
  { record, now, by }: IncidentSituation,
): Reply<Decision, Fault> {
  const item = newItem({ id: act, incident: record.incident.id, now, leavesAt: now }, requestToSend(what))
  return ok({ events: [...before, actAsked.draft({ act, what }, now, by)], newItems: [item] })
}

/**
 * [PE1] [PE3] [PE5] Why an update that is out may not be edited so: it is not out there, it reads otherwise by now, the new
 * words may never leave, or the check stops what they add and nobody said why. Otherwise the edit with what it lets pass.
 */
function checkedEdit(
  asked: EditRequest,
  because: string,
  situation: IncidentSituation,
): Reply<{ readonly update: Update; readonly what: EditRequest }, Fault> {
  const { incident } = situation.record
  const update = incident.updates.find(({ id }) => id === asked.update)
  if (update?.delivery.state !== 'published' || !isEditableThere(update, asked)) return refused('update-not-editable')
  if (update.content.body !== asked.before) return conflict('text-changed')
  const isWaiting = incident.acts.some(
    ({ what: known, standing }) =>
      known.kind === 'update-edit' && known.update === asked.update && ['waiting', 'unknown'].includes(standing.state),
  )
  if (isWaiting) return refused('edit-under-way')
  if (asked.body === asked.before && asked.displayedAt === undefined) return refused('edit-changes-nothing')
  const { displayedTime } = channelKind(update.content.channel)
  if (asked.displayedAt !== undefined && !displayedTime) return refused('edit-time-not-shown')
  if (asked.displayedAt !== undefined && asked.displayedAt > situation.now) return refused('edit-time-ahead')
  const added = addedFindings(update, asked.body, situation)
  const stop = stopOf(added, update.content.channel)
  if (stop !== undefined) return stop
  const overrode = rulesAt('blocks', added)
  if (overrode.length > 0 && because === '') return refused('publish-blocked', { what: overrodeText(overrode) })
  const { anyway: _, vendor: __, ...what } = asked
  const { entry } = update.delivery
  const passed = overrode.length > 0 && { anyway: { overrode, reason: because } }
  return ok({ update, what: { ...what, ...vendorOf(update), ...(entry !== undefined && { entry }), ...passed } })
}

/** [PE7] Said by the update's channel, never by who asks. */
function vendorOf({ content: { channel } }: Update): Pick<EditRequest, 'vendor'> {
  return channel.vendor === 'slack' ? { vendor: 'slack' } : {}
}

/** What the check finds in the new words; what it stopped in the old ones too was answered for when those left. */
function addedFindings(update: Update, body: string, situation: IncidentSituation) {
  const context = checkContext(situation)
  const { incident } = situation.record
  const before = rulesAt('blocks', findingsOf(update, incident, context))
  const edited = { ...update, content: { ...update.content, body } }
  return findingsOf(edited, incident, context).filter(({ level, rule }) => level !== 'blocks' || !before.includes(rule))
}

function isEditableThere({ content: { channel }, delivery }: Update, what: EditRequest): boolean {
  return (
    channelKind(channel).editable === true &&
    channel.connection === what.connection &&
    delivery.state === 'published' &&
    delivery.externalId === what.publicIncident.id
  )
}

/** @param ask how anything is asked of another system: an edit only where it may be made, and by whom */
export function withEditsChecked(ask: Decide<'acts:ask'>): Decide<'acts:ask'> {
  return (input, situation) => {
    const { what, act } = input
    const { record } = situation
    const isKnown = record?.incident.acts.some(({ id }) => id === act) === true
    if (what.kind !== 'update-edit' || record === null || isKnown) return ask(input, situation)
    const checked = checkedEdit(what, '', { ...situation, record })
    if (!checked.ok) return checked
    const unapproved = mayNotApprove(checked.value.update, { ...situation, record })
    return unapproved ?? ask({ ...input, what: checked.value.what }, situation)
  }
}
