import type { Parsed } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import type { Update } from '../../../shared/domain/update'
import { updatePlaced } from '../../../shared/events/update-placed'
import { updatePublishing } from '../../../shared/events/update-publishing'
import { ok, type Reply } from '../../../shared/lib/reply'
import { unreachable } from '../../../shared/lib/unreachable'
import { type Decision, type IncidentSituation, refused } from '../record/decision'
import type { QueuedItem } from '../storage/queued-items'

type Word = Parsed<'comms:place'>['word']

/**
 * [UP6] A person says which public incident a held update continues; it is sent at once, since they have just seen it.
 */
export function placeByWord(
  update: Update,
  act: QueuedItem,
  word: Word,
  { now, by }: IncidentSituation,
): Reply<Decision, Fault> {
  const { channel } = update.content
  const of = { update: update.id, act: act.id, channel }
  // Its age starts again, or it would be held as stale at once.
  const changedItems: readonly QueuedItem[] = [{ ...act, state: 'waiting', reason: '', notBefore: now, createdAt: now }]
  switch (word.say) {
    case 'look-again':
      return ok({ events: [updatePublishing.draft({ ...of, cancelUntil: now }, now, by)], changedItems })
    case 'new':
      return ok({ events: [updatePlaced.draft({ ...of, into: null, by: 'person' }, now, by)], changedItems })
    case 'this': {
      const chosen = candidatesOf(update).find(({ externalId }) => externalId === word.externalId)
      if (chosen === undefined) return refused('candidate-unknown')
      const into = { externalId: chosen.externalId, name: chosen.name }
      return ok({ events: [updatePlaced.draft({ ...of, into, by: 'person' }, now, by)], changedItems })
    }
    default:
      return unreachable(word)
  }
}

function candidatesOf({ delivery }: Update) {
  return delivery.state === 'asking' ? delivery.candidates : []
}
