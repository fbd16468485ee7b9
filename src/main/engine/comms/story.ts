import type { UpdateId } from '../../../shared/domain/ids'
import type { UpdateContent } from '../../../shared/domain/update'
import type { EventDraft } from '../../../shared/events/define'
import { updateAsking } from '../../../shared/events/update-asking'
import { updateFailed } from '../../../shared/events/update-failed'
import { updateFoundTwice } from '../../../shared/events/update-found-twice'
import { updatePlaced } from '../../../shared/events/update-placed'
import { updatePublished } from '../../../shared/events/update-published'
import { updatePublishing } from '../../../shared/events/update-publishing'
import { updateUnknown } from '../../../shared/events/update-unknown'
import type { Millis } from '../../../shared/lib/time'
import { unreachable } from '../../../shared/lib/unreachable'
import type { Turn } from '../outbox/moves'
import type { Act } from '../storage/acts'

/** What an act that publishes an update carries through the outbox. */
export interface PublishBody {
  readonly update: UpdateId
  readonly content: UpdateContent
}

export function publishBodyOf(act: Act): PublishBody {
  return JSON.parse(act.body) as PublishBody
}

/** The events that tell in the log what the outbox did with an update. */
export function storyOf(act: Act, turn: Turn, now: Millis): readonly EventDraft[] {
  const { update, content } = publishBodyOf(act)
  const by = { kind: 'engine' } as const
  switch (turn.turn) {
    case 'landed':
      return [
        updatePublished.draft({ update, content, ...turn.landed }, now, {
          kind: 'vendor',
          name: content.channel.label,
        }),
      ]
    case 'failed':
      return [updateFailed.draft({ update, act: act.id, reason: turn.reason }, now, by)]
    case 'unknown':
      return [updateUnknown.draft({ update, act: act.id, reason: turn.reason }, now, by)]
    case 'again':
      return [updatePublishing.draft({ update, act: act.id, cancelUntil: now, channel: content.channel }, now, by)]
    case 'placed': {
      const { there, by: told } = turn
      const into = { externalId: there.externalId, name: there.name }
      return [updatePlaced.draft({ update, act: act.id, channel: content.channel, into, by: told }, now, by)]
    }
    case 'asks': {
      const { reason, candidates } = turn
      return [updateAsking.draft({ update, act: act.id, reason, candidates }, now, by)]
    }
    case 'twice':
      return [updateFoundTwice.draft({ update, content, copies: turn.copies }, now, by)]
    case 'sending':
    case 'waits':
      return []
    default:
      return unreachable(turn)
  }
}
