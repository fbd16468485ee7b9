import type { Incident } from '../../../shared/domain/incident'
import type { Delivery, Update } from '../../../shared/domain/update'
import { isToPost } from '../../../shared/domain/update'
import { type RecordedRequest, type RequestStatus, requestLane } from '../../../shared/domain/vendor-request'
import { requestText } from '../../../shared/events/request-text'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { reasonText } from '../../ui/fault-text'

/** How far an outbox item has come, in the order in which it needs a person. */
export const outwardStates = ['asking', 'unknown', 'failed', 'to-post', 'twice', 'waiting', 'done'] as const
export type OutwardState = (typeof outwardStates)[number]

/** One outbox item of this incident: a request to a vendor, or an update to customers. */
export interface Outward {
  readonly id: string
  readonly state: OutwardState
  readonly words: string
  /** Why it failed, or why its outcome is not known; empty for none. */
  readonly reason: string
  readonly from: { readonly act: RecordedRequest } | { readonly update: Update }
}

/**
 * [OX1] First what needs a person, then by state; the newest of a state on top. Items never meant to be sent are left
 * out.
 */
export function outwardOf({ acts, updates }: Pick<Incident, 'acts' | 'updates'>): readonly Outward[] {
  const all = [...updates.flatMap(outwardUpdate).toReversed(), ...acts.flatMap(outwardAct).toReversed()]
  return all.sort((a, b) => outwardStates.indexOf(a.state) - outwardStates.indexOf(b.state))
}

/** [OX2] "2 waiting", "1 unknown", "1 failed"; empty when nothing is open. */
export function openOutboxTexts(outward: readonly Outward[]): readonly string[] {
  const count = (state: OutwardState) => outward.filter(one => one.state === state).length
  return (['waiting', 'to-post', 'asking', 'unknown', 'failed'] as const)
    .filter(state => count(state) > 0)
    .map(state => tCount(texts.outbox.open[state], count(state)))
}

const actStates: Readonly<Record<RequestStatus['state'], OutwardState | null>> = {
  waiting: 'waiting',
  done: 'done',
  failed: 'failed',
  unknown: 'unknown',
  superseded: null,
}

function outwardAct(act: RecordedRequest, at: number, acts: readonly RecordedRequest[]): readonly Outward[] {
  // [RM2] Many, and of no interest once they are there.
  if (act.what.kind === 'chat-lines' && act.standing.state === 'done' && !('copies' in act.standing)) return []
  const state = 'copies' in act.standing ? 'twice' : actStates[act.standing.state]
  // A failed action that was requested again is shown by the newer one.
  if (state === null || (state === 'failed' && acts.slice(at + 1).some(later => isSameWish(later, act)))) return []
  const reason = 'reason' in act.standing ? reasonText(act.standing) : ''
  return [{ id: act.id, state, words: capital(requestText(act.what)), reason, from: { act } }]
}

function isSameWish(one: RecordedRequest, other: RecordedRequest): boolean {
  // One message, or one person, does not stand in for another.
  if (one.what.kind === 'chat-post' || one.what.kind === 'chat-invite' || one.what.kind === 'chat-pin')
    return JSON.stringify(one.what) === JSON.stringify(other.what)
  return one.what.kind === other.what.kind && requestLane(one.what) === requestLane(other.what)
}

const updateStates: Readonly<Record<Delivery['state'], OutwardState | null>> = {
  drafted: null,
  publishing: 'waiting',
  published: 'done',
  failed: 'failed',
  unknown: 'unknown',
  asking: 'asking',
  discarded: null,
}

function outwardUpdate(update: Update): readonly Outward[] {
  const { content, delivery } = update
  const state = 'copies' in delivery ? 'twice' : isToPost(update) ? 'to-post' : updateStates[delivery.state]
  if (state === null) return []
  const reason = 'reason' in delivery ? reasonText(delivery) : ''
  const told = t(texts.outbox.update, { channel: content.channel.label, title: content.title })
  return [{ id: update.id, state, words: told, reason, from: { update } }]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
