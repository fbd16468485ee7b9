import type { Parsed } from '../../../shared/contract/calls'
import { contentHash } from '../../../shared/domain/approval'
import { type Audience, audienceIn } from '../../../shared/domain/audience'
import { excessIn, readersOf } from '../../../shared/domain/channels/channel-kinds'
import type { OutboxItemId, UpdateId } from '../../../shared/domain/ids'
import { newId } from '../../../shared/domain/ids'
import { knownAudience } from '../../../shared/domain/known-audience'
import { messageOf, stillEditable } from '../../../shared/domain/message'
import { openSlots } from '../../../shared/domain/slots'
import { movedSince, type TextBasis } from '../../../shared/domain/text-basis'
import {
  type Channel,
  channelKey,
  hasChannel,
  isEditable,
  mayHaveReachedAudience,
  type Update,
} from '../../../shared/domain/update'
import type { Waiver } from '../../../shared/domain/waiver'
import type { EventDraft } from '../../../shared/events/define'
import { updateCancelled } from '../../../shared/events/update-cancelled'
import { updateDiscarded } from '../../../shared/events/update-discarded'
import { updateDrafted } from '../../../shared/events/update-drafted'
import { updateFactsTyped } from '../../../shared/events/update-facts-typed'
import { updatePublishing } from '../../../shared/events/update-publishing'
import { ok } from '../../../shared/lib/reply'
import { newItem } from '../outbox/item'
import {
  type CommandDecisions,
  changedSince,
  conflict,
  decided,
  type IncidentSituation,
  onIncident,
  refused,
} from '../record/decision'
import { approvalToPublish, boundApproval } from './approval'
import { placeByWord } from './place'
import { checkContext, checkMessage, passedBy } from './publish-check'
import { settleByWord } from './settle'

type Names = 'comms:draft' | 'comms:discard' | 'comms:publish' | 'comms:cancel' | 'comms:settle' | 'comms:place'

export const commsCommands: CommandDecisions<Names> = {
  'comms:draft': onIncident<'comms:draft'>(({ facts, also, ...first }, situation) => {
    const { now, by } = situation
    const message = findUpdate(situation, first.update)?.message ?? first.update
    const written = [first, ...(also ?? [])]
    const refusal = notDraftable(message, written, situation)
    if (refusal !== undefined) return refusal
    const drafts = written.map(one => updateDrafted.draft({ ...draftOf(one, situation), message }, now, by))
    const left = also === undefined ? [] : leftOut(message, written, situation)
    const discards = left.map(({ id }) => updateDiscarded.draft({ update: id }, now, by))
    if (facts === undefined) return decided(...drafts, ...discards)
    return decided(...drafts, ...discards, updateFactsTyped.draft({ update: first.update, facts }, now, by))
  }),

  'comms:discard': onIncident<'comms:discard'>(({ update }, situation) => {
    const known = findUpdate(situation, update)
    if (known === undefined) return refused('no-such-draft')
    if (!isEditable(known.delivery)) return refused('update-leaving-discard')
    // A draft is sent as a whole; a failure in one channel does not affect the others.
    const all = known.delivery.state === 'drafted' ? draftsOf(known.message, situation) : [known]
    return decided(...all.map(({ id }) => updateDiscarded.draft({ update: id }, situation.now, situation.by)))
  }),

  'comms:publish': onIncident<'comms:publish'>(({ update, read, seen, basis, consent, alone }, situation) => {
    const known = findUpdate(situation, update)
    if (known === undefined) return refused('no-such-draft')
    if (!isEditable(known.delivery)) return refused('update-leaving-publish')
    const message = messageOf(known, situation.record.incident.updates)
    const leaving = stillEditable(message.renditions)
    if (isUnread(leaving, read)) return conflict('text-unread')
    const approved = approvalToPublish(message, alone, situation)
    if (!approved.ok) return approved
    for (const one of leaving) {
      const refusal = notPublishable(one, situation) ?? saidMeanwhile(one, seen, situation)
      if (refusal !== undefined) return refusal
    }
    const moved = movedMeanwhile(basis, situation)
    if (moved !== undefined) return moved
    const passed = passedBy(checkMessage(message, situation.record.incident, checkContext(situation)), consent)
    if ('ok' in passed) return passed
    const bound = boundApproval(approved.value, message, [...passed.values()], situation)
    return bound.ok ? publish(leaving, { approved: bound.value, passed }, situation) : bound
  }),

  'comms:cancel': onIncident<'comms:cancel'>(({ update }, situation) => {
    const { delivery, content } = findUpdate(situation, update) ?? {}
    const heldBack = delivery?.state === 'publishing' || delivery?.state === 'asking'
    const act = heldBack ? situation.act(delivery.act) : undefined
    if (act?.state !== 'waiting' && act?.state !== 'asking' && act?.state !== 'held') return refused('cancel-too-late')
    const events = [
      updateCancelled.draft({ update, ...(content && { channel: content.channel }) }, situation.now, situation.by),
    ]
    return ok({ events, changedItems: [{ ...act, state: 'cancelled' }] })
  }),

  'comms:settle': onIncident<'comms:settle'>(({ update, word }, situation) => {
    const known = findUpdate(situation, update)
    const act = known?.delivery.state === 'unknown' ? situation.act(known.delivery.act) : undefined
    if (known === undefined || act === undefined) return refused('update-settled')
    return settleByWord(known, act, word, situation)
  }),

  'comms:place': onIncident<'comms:place'>(({ update, word }, situation) => {
    const known = findUpdate(situation, update)
    const act = known?.delivery.state === 'asking' ? situation.act(known.delivery.act) : undefined
    if (known === undefined || act?.state !== 'asking') return refused('update-decided')
    return placeByWord(known, act, word, situation)
  }),
}

function findUpdate({ record }: IncidentSituation, id: UpdateId): Update | undefined {
  return record.incident.updates.find(known => known.id === id)
}

type Written = Omit<Parsed<'comms:draft'>, 'incident' | 'facts' | 'also'>

function draftOf({ update, content, audience, wording }: Written, situation: IncidentSituation) {
  const known = findUpdate(situation, update)
  const reached = audienceIn(content.channel, asKnown(audience ?? known?.audience, situation))
  return { update, content, audience: reached, wording }
}

/** Why these cannot be saved as drafts of one message, or undefined if they can. */
function notDraftable(message: UpdateId, written: readonly Written[], situation: IncidentSituation) {
  const channels = new Set<string>()
  for (const { update, content, was } of written) {
    const known = findUpdate(situation, update)
    if (known !== undefined && known.message !== message) return refused('no-such-draft')
    if (known !== undefined && !isEditable(known.delivery)) return refused('update-leaving-write')
    const conflict = changedSince(was, known?.content ?? null)
    if (conflict !== undefined) return conflict
    const key = channelKey(content.channel)
    if (channels.has(key)) return refused('channel-twice', { channel: content.channel.label })
    channels.add(key)
  }
  return undefined
}

function draftsOf(message: UpdateId, { record }: IncidentSituation): readonly Update[] {
  return record.incident.updates.filter(one => one.message === message && one.delivery.state === 'drafted')
}

/** [UP10] Drafts of the message for channels that its writer no longer wants. */
function leftOut(message: UpdateId, written: readonly Written[], situation: IncidentSituation): readonly Update[] {
  return draftsOf(message, situation).filter(({ id }) => written.every(({ update }) => update !== id))
}

/** [RO17] [UP9] A named audience as the incident calls it already. */
function asKnown(audience: Audience | undefined, { record }: IncidentSituation): Audience | undefined {
  return audience === undefined ? undefined : knownAudience(record.incident, audience)
}

/** Why it cannot be published as it is, or undefined where it can. */
function notPublishable({ content }: Update, { channels }: IncidentSituation) {
  const { channel, title, body } = content
  if (!hasChannel(content)) return refused('no-channel')
  const key = channelKey(channel)
  // [WE7] Who reads it is what the connection says, not what a page does.
  const isKnown = (known: Channel) => channelKey(known) === key && readersOf(known) === readersOf(channel)
  if (!channels().some(isKnown)) return refused('channel-gone', { channel: channel.label })
  // [CM17] It would be cut on its way.
  const excess = excessIn(channel, { title, body })
  const count = Math.max(excess.title, excess.body)
  if (count > 0) return refused('too-long-for-channel', { channel: channel.label, count })
  const [slot] = openSlots(`${title}\n${body}`)
  return slot === undefined ? undefined : refused('open-slot', { slot })
}

/** [UP15] Whether any part of it says something else than its writer read: another window saved it meanwhile. */
function isUnread(leaving: readonly Update[], read: Parsed<'comms:publish'>['read']): boolean {
  if (read === undefined) return false
  const known = new Map(read.map(({ update, text }) => [update, text]))
  return leaving.some(({ id, content }) => known.get(id) !== contentHash(content))
}

/** [UP8] Refuses the second of two who write to one audience, until they have seen what the first one wrote. */
function saidMeanwhile(
  { audience, message }: Update,
  seen: readonly UpdateId[] | undefined,
  { record }: IncidentSituation,
) {
  if (seen === undefined) return undefined
  const said = mayHaveReachedAudience(audience, record.incident.updates)
  const unseen = said.find(other => other.message !== message && !seen.includes(other.id))
  return unseen === undefined ? undefined : conflict('published-meanwhile', { title: unseen.content.title })
}

/** [CM27] Refuses a text whose writer does not know what moved since they wrote it. */
function movedMeanwhile(basis: TextBasis | undefined, { record }: IncidentSituation) {
  const [moved] = basis === undefined ? [] : movedSince(basis, record.incident)
  return moved === undefined ? undefined : conflict('incident-moved', { fact: moved.fact })
}

/** [UP10] Each leaves by itself, and all of them are asked for at once. */
function publish(
  leaving: readonly Update[],
  { approved, passed }: { readonly approved: readonly EventDraft[]; readonly passed: ReadonlyMap<UpdateId, Waiver> },
  { record, now, by, cancelWindow }: IncidentSituation,
) {
  const cancelUntil = now + cancelWindow()
  const all = leaving.map(update => ({ update, act: newId<OutboxItemId>() }))
  const waiverOf = (id: UpdateId) => {
    const waiver = passed.get(id)
    return waiver && { waiver }
  }
  return ok({
    events: [
      ...approved,
      ...all.map(({ update: { id, content }, act }) =>
        updatePublishing.draft({ update: id, act, cancelUntil, channel: content.channel, ...waiverOf(id) }, now, by),
      ),
    ],
    newItems: all.map(({ update: { id, content, audience }, act }) =>
      newItem(
        { id: act, incident: record.incident.id, now, leavesAt: cancelUntil },
        { kind: 'update', update: id, content, audience },
      ),
    ),
  })
}
