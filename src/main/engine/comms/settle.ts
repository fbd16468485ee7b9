import type { Parsed } from '../../../shared/contract/calls'
import { wordedReason } from '../../../shared/contract/coded-reason'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { Fault } from '../../../shared/contract/faults'
import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import { channelKey, type Update } from '../../../shared/domain/update'
import { updateFailed } from '../../../shared/events/update-failed'
import { updatePublished } from '../../../shared/events/update-published'
import { updatePublishing } from '../../../shared/events/update-publishing'
import { ok, type Reply } from '../../../shared/lib/reply'
import { unreachable } from '../../../shared/lib/unreachable'
import { confirmedDone, resendRequested } from '../outbox/resend'
import { type Decision, type IncidentSituation, othersStill } from '../record/decision'
import type { QueuedItem } from '../storage/queued-items'

type Word = Parsed<'comms:settle'>['word']

/** A person says what became of an update that the engine could not settle. */
export function settleByWord(
  update: Update,
  act: QueuedItem,
  word: Word,
  situation: IncidentSituation,
): Reply<Decision, Fault> {
  const { now, by, record } = situation
  const { content, audience } = update
  switch (word) {
    case 'it-is-out': {
      const externalId = record.incident.published[channelKey(content.channel)] ?? ''
      const out = updatePublished.draft(
        { update: update.id, content, audience, promise: content.nextUpdateAt, externalId, url: null },
        now,
        by,
      )
      return ok({ events: [out], changedItems: [confirmedDone(act, now)] })
    }
    case 'send-again': {
      const refusal = othersStill(act, situation)
      if (refusal !== undefined) return refusal
      const again = updatePublishing.draft(
        { update: update.id, act: act.id, cancelUntil: now, channel: content.channel },
        now,
        by,
      )
      return ok({ events: [again], changedItems: [resendRequested(act, now)] })
    }
    case 'give-up': {
      // [PT3] Only a person could have posted it, and they say that nobody did.
      const { byHand } = channelKind(content.channel)
      const reason: FaultValue = { code: byHand ? 'outbox-not-posted' : 'outbox-given-up-update' }
      const doubt = !byHand && { inDoubt: true as const }
      const failed = updateFailed.draft(
        { update: update.id, act: act.id, ...wordedReason(reason), ...doubt, channel: content.channel },
        now,
        by,
      )
      return ok({ events: [failed], changedItems: [{ ...act, state: 'failed', reason }] })
    }
    default:
      return unreachable(word)
  }
}
