import { wordedReason } from '../../../../shared/contract/coded-reason'
import { audienceIn } from '../../../../shared/domain/audience'
import type { OutboxItemId } from '../../../../shared/domain/ids'
import type { EventDraft } from '../../../../shared/events/define'
import { updateAsking } from '../../../../shared/events/update-asking'
import { updateFailed } from '../../../../shared/events/update-failed'
import { updateFoundTwice } from '../../../../shared/events/update-found-twice'
import { updatePlaced } from '../../../../shared/events/update-placed'
import { updatePublished } from '../../../../shared/events/update-published'
import { updatePublishing } from '../../../../shared/events/update-publishing'
import { updateUnknown } from '../../../../shared/events/update-unknown'
import type { Millis } from '../../../../shared/lib/time'
import { unreachable } from '../../../../shared/lib/unreachable'
import type { UpdateToSend } from '../item'
import type { ItemOutcome } from '../transitions'

/** The events that log the outcome of an update. */
export function updateEvents(
  act: OutboxItemId,
  { update, content, audience = audienceIn(content.channel, undefined) }: UpdateToSend,
  outcome: ItemOutcome,
  now: Millis,
): readonly EventDraft[] {
  const by = { kind: 'engine' } as const
  switch (outcome.outcome) {
    case 'delivered':
      return [
        updatePublished.draft({ update, content, audience, promise: content.nextUpdateAt, ...outcome.delivered }, now, {
          kind: 'vendor',
          name: content.channel.label,
        }),
      ]
    case 'failed':
      return [updateFailed.draft({ update, act, ...wordedReason(outcome.reason), channel: content.channel }, now, by)]
    case 'unknown':
      return [updateUnknown.draft({ update, act, ...wordedReason(outcome.reason), channel: content.channel }, now, by)]
    case 'again':
      return [updatePublishing.draft({ update, act, cancelUntil: now, channel: content.channel }, now, by)]
    case 'placed': {
      const { publicIncident: there, by: told } = outcome
      const into = { externalId: there.externalId, name: there.name }
      return [updatePlaced.draft({ update, act, channel: content.channel, into, by: told }, now, by)]
    }
    case 'asks': {
      const { reason, candidates } = outcome
      return [updateAsking.draft({ update, act, ...wordedReason(reason), candidates }, now, by)]
    }
    case 'twice':
      return [updateFoundTwice.draft({ update, content, copies: outcome.copies }, now, by)]
    case 'sending':
    case 'waits':
      return []
    default:
      return unreachable(outcome)
  }
}
