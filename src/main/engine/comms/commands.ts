import { type Audience, audienceIn, audienceName, audienceNamed } from '../../../shared/domain/audience'
import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import type { ActId, UpdateId } from '../../../shared/domain/ids'
import { newId } from '../../../shared/domain/ids'
import { openSlots } from '../../../shared/domain/slots'
import { audiencesOf, channelKey, hasChannel, isEditable, saidTo, type Update } from '../../../shared/domain/update'
import { updateCancelled } from '../../../shared/events/update-cancelled'
import { updateDiscarded } from '../../../shared/events/update-discarded'
import { updateDrafted } from '../../../shared/events/update-drafted'
import { updateFactsTyped } from '../../../shared/events/update-facts-typed'
import { updatePublishing } from '../../../shared/events/update-publishing'
import { ok } from '../../../shared/lib/reply'
import { excessOf } from '../../../shared/lib/text-length'
import {
  type Commands,
  changedSince,
  conflict,
  decided,
  type IncidentSituation,
  onIncident,
  refused,
} from '../decision'
import { newItem } from '../outbox/item'
import { placeByWord } from './place'
import { settleByWord } from './settle'

type Names = 'comms:draft' | 'comms:discard' | 'comms:publish' | 'comms:cancel' | 'comms:settle' | 'comms:place'

export const commsCommands: Commands<Names> = {
  'comms:draft': onIncident<'comms:draft'>(({ update, content, audience, facts, wording, was }, situation) => {
    const known = findUpdate(situation, update)
    if (known !== undefined && !isEditable(known.delivery)) return refused('update-leaving-write')
    const conflict = changedSince(was, known?.content ?? null)
    if (conflict !== undefined) return conflict
    const reached = audienceIn(content.channel, asKnown(audience ?? known?.audience, situation))
    const drafted = updateDrafted.draft({ update, content, audience: reached, wording }, situation.now, situation.by)
    if (facts === undefined) return decided(drafted)
    return decided(drafted, updateFactsTyped.draft({ update, facts }, situation.now, situation.by))
  }),

  'comms:discard': onIncident<'comms:discard'>(({ update }, situation) => {
    const known = findUpdate(situation, update)
    if (known === undefined) return refused('no-such-draft')
    if (!isEditable(known.delivery)) return refused('update-leaving-discard')
    return decided(updateDiscarded.draft({ update }, situation.now, situation.by))
  }),

  'comms:publish': onIncident<'comms:publish'>(({ update, seen }, situation) => {
    const known = findUpdate(situation, update)
    if (known === undefined) return refused('no-such-draft')
    return notPublishable(known, situation) ?? saidMeanwhile(known, seen, situation) ?? publish(known, situation)
  }),

  'comms:cancel': onIncident<'comms:cancel'>(({ update }, situation) => {
    const delivery = findUpdate(situation, update)?.delivery
    const heldBack = delivery?.state === 'publishing' || delivery?.state === 'asking'
    const act = heldBack ? situation.act(delivery.act) : undefined
    if (act?.state !== 'waiting' && act?.state !== 'asking') return refused('cancel-too-late')
    const events = [updateCancelled.draft({ update }, situation.now, situation.by)]
    return ok({ events, changedActs: [{ ...act, state: 'cancelled' }] })
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

/** [RO17] [UP9] A named audience as the incident calls it already. */
function asKnown(audience: Audience | undefined, { record }: IncidentSituation): Audience | undefined {
  const name = audience === undefined ? null : audienceName(audience)
  return name === null ? audience : audienceNamed(name, audiencesOf(record.incident))
}

/** Why it cannot be published as it is, or undefined where it can. */
function notPublishable({ content, delivery }: Update, { channels }: IncidentSituation) {
  const { channel, title, body } = content
  if (!isEditable(delivery)) return refused('update-leaving-publish')
  if (!hasChannel(content)) return refused('no-channel')
  const key = channelKey(channel)
  if (!channels().some(known => channelKey(known) === key)) return refused('channel-gone', { channel: channel.label })
  // [CM17] It would be cut on its way.
  const { limits } = channelKind(channel)
  const count = Math.max(excessOf(title, limits.title), excessOf(body, limits.body))
  if (count > 0) return refused('too-long-for-channel', { channel: channel.label, count })
  const [slot] = openSlots(`${title}\n${body}`)
  return slot === undefined ? undefined : refused('open-slot', { slot })
}

/** [UP8] Refuses the second of two who write to one audience, until they have seen what the first one said. */
function saidMeanwhile({ id, audience }: Update, seen: readonly UpdateId[] | undefined, { record }: IncidentSituation) {
  if (seen === undefined) return undefined
  const said = saidTo(audience, record.incident.updates)
  const unseen = said.find(other => other.id !== id && !seen.includes(other.id))
  return unseen === undefined ? undefined : conflict('published-meanwhile', { title: unseen.content.title })
}

function publish(update: Update, { record, now, by, cancelWindow }: IncidentSituation) {
  const act = newId<ActId>()
  const cancelUntil = now + cancelWindow()
  const { channel } = update.content
  return ok({
    events: [updatePublishing.draft({ update: update.id, act, cancelUntil, channel }, now, by)],
    newActs: [
      newItem(
        { id: act, incident: record.incident.id, now, leavesAt: cancelUntil },
        { kind: 'update', update: update.id, content: update.content, audience: update.audience },
      ),
    ],
  })
}
