import { wordedReason } from '../../../shared/contract/coded-reason'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import { markedChannelName } from '../../../shared/domain/channel-name'
import { needsNoIncident } from '../../../shared/domain/house-log'
import type { RecordedRequest, VendorThing } from '../../../shared/domain/vendor-request'
import { actAsked } from '../../../shared/events/act-asked'
import { actDone } from '../../../shared/events/act-done'
import { actFailed } from '../../../shared/events/act-failed'
import { ok } from '../../../shared/lib/reply'
import { unreachable } from '../../../shared/lib/unreachable'
import { newItem, requestToSend } from '../outbox/item'
import { confirmedDone, resendRequested, retried } from '../outbox/resend'
import {
  type CommandDecisions,
  decided,
  type IncidentSituation,
  noSuchIncident,
  onIncident,
  othersStill,
  refused,
} from '../record/decision'

export const requestCommands: CommandDecisions<'acts:ask' | 'acts:settle'> = {
  'acts:ask': ({ incident, act, what: asked }, { record, inWorkspace, now, by }) => {
    // [HL1]
    if (inWorkspace ? !needsNoIncident(asked) : record === null) return noSuchIncident
    // The same item sent again after an unknown outcome: it is there, so there is nothing to write.
    if (record?.incident.acts.some(known => known.id === act)) return decided()
    // [WR6] What others opened is theirs to archive.
    if (asked.kind === 'chat-archive' && !isOpenedHere(record?.incident.acts ?? [], asked))
      return refused('not-our-channel')
    const what = asked.kind === 'chat-open' ? { ...asked, name: markedChannelName(asked.name, act) } : asked
    return ok({
      events: [actAsked.draft({ act, what }, now, by)],
      newItems: [newItem({ id: act, incident, now, leavesAt: now }, requestToSend(what))],
    })
  },

  'acts:settle': onIncident<'acts:settle'>(({ act, word }, situation) => {
    const asked = situation.record.incident.acts.find(known => known.id === act)
    if (asked?.standing.state === 'unknown') return settle(asked, word, situation)
    if (asked?.standing.state === 'failed' && word === 'send-again') return tryAgain(asked, situation)
    return refused('request-settled')
  }),
}

function isOpenedHere(acts: readonly RecordedRequest[], { channel }: { readonly channel: VendorThing }): boolean {
  return acts.some(
    ({ what, standing }) =>
      what.kind === 'chat-open' && standing.state === 'done' && standing.externalId === channel.id,
  )
}

/** [OB20] It stays the same item, and so bears the same mark: what arrived after all is found, and not doubled. */
function tryAgain({ id: act, what, standing }: RecordedRequest, situation: IncidentSituation) {
  const { now, by } = situation
  const row = situation.act(act)
  if (row === undefined) return refused('request-forgotten')
  const refusal = othersStill(row, situation)
  if (refusal !== undefined) return refusal
  const inDoubt = standing.state === 'failed' && standing.inDoubt
  return ok({
    events: [actAsked.draft({ act, what }, now, by)],
    changedItems: [inDoubt ? resendRequested(row, now) : retried(row, now)],
  })
}

function settle(asked: RecordedRequest, word: 'it-is-done' | 'send-again' | 'give-up', situation: IncidentSituation) {
  const { now, by } = situation
  const row = situation.act(asked.id)
  if (row === undefined) return refused('request-not-waiting')
  const { id: act, what } = asked
  switch (word) {
    case 'it-is-done':
      return ok({
        events: [actDone.draft({ act, what, externalId: '', url: null }, now, by)],
        changedItems: [confirmedDone(row, now)],
      })
    case 'send-again':
      return (
        othersStill(row, situation) ??
        ok({
          events: [actAsked.draft({ act, what }, now, by)],
          changedItems: [resendRequested(row, now)],
        })
      )
    case 'give-up': {
      const reason: FaultValue = { code: 'outbox-given-up-request' }
      return ok({
        events: [actFailed.draft({ act, what, ...wordedReason(reason), inDoubt: true }, now, by)],
        changedItems: [{ ...row, state: 'failed' as const, reason }],
      })
    }
    default:
      return unreachable(word)
  }
}
