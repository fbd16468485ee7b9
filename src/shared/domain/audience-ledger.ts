import { MINUTE, type Millis } from '../lib/time'
import type { Audience } from './audience'
import type { PutOff, ToldHow } from './audience-clocks'
import { type AudienceDue, audienceDue, audiencesOfIncident, dueAfterPutOff, lastToldAt } from './audience-due'
import { type AudienceRow, rowOf } from './audience-matrix'
import type { Incident } from './incident'
import type { Actor } from './people'
import { type Channel, isToPost, mayHaveReached, type Update } from './update'

/** [AU9] What became of a promise: it was kept or missed, is still open, or ended with the incident. */
export type PromiseState = 'kept' | 'missed' | 'open' | 'ended'

/** One time that an audience was told something, or may have been. */
export interface LedgerEntry {
  /** Of the update, or of the event of what was told by hand. */
  readonly id: string
  /** Null: it is not out, or nobody knows. */
  readonly at: Millis | null
  /** Null: the record does not say. */
  readonly by: Actor | null
  readonly through: { readonly channel: Channel } | { readonly byHand: ToldHow }
  readonly url: string | null
  /** What was said, by its title where it has one. */
  readonly text: string
  /** Null: nothing was promised. */
  readonly promise: { readonly at: Millis; readonly state: PromiseState } | null
  /** [PT4] `to-post`: a person is to post it, and nobody said that they did. */
  readonly state: 'out' | 'leaving' | 'to-post' | 'in-doubt'
}

/** How an audience stands. */
export type AudienceState = 'over' | 'not-needed' | 'snoozed' | 'not-told' | 'overdue' | 'due' | 'none-due'

export interface LedgerRow {
  readonly audience: Audience
  /** Undefined: the method's table has none. */
  readonly row: AudienceRow | undefined
  readonly state: AudienceState
  /** When it is to hear next, after what it was put off to; null: no time says so. */
  readonly due: AudienceDue | null
  readonly putOff: PutOff | null
  readonly lastAt: Millis | null
  /** Newest first; what is not out yet before it. */
  readonly entries: readonly LedgerEntry[]
}

/** [AU9] Who was told what, when, by whom and through what, and when each audience hears next. */
export function audienceLedger(incident: Incident, now: Millis): readonly LedgerRow[] {
  return audiencesOfIncident(incident).map(audience => ledgerRow(incident, audience, now))
}

function ledgerRow(incident: Incident, audience: Audience, now: Millis): LedgerRow {
  const putOff = incident.putOffs[audience] ?? null
  const lastAt = audience === 'customers' ? lastOut(incident) : lastToldAt(incident, audience)
  const natural = audience === 'customers' ? customersDue(incident, lastAt) : audienceDue(incident, audience)
  const dueAt = natural === null ? null : dueAfterPutOff(incident, audience, natural.dueAt)
  const due = natural === null || dueAt === null ? null : { ...natural, dueAt }
  return {
    ...{ audience, row: rowOf(incident.method?.rules.audiences, audience), due, putOff, lastAt },
    state: stateOf({ incident, putOff, lastAt, due, now }),
    entries: entriesOf(incident, audience, now),
  }
}

function lastOut(incident: Incident): Millis | null {
  return lastToldAt({ ...incident, toldByHand: [] }, 'customers')
}

function customersDue({ nextUpdateDueAt }: Incident, lastAt: Millis | null): AudienceDue | null {
  if (nextUpdateDueAt === null) return null
  return { dueAt: nextUpdateDueAt, because: lastAt === null ? 'first' : 'promised' }
}

interface Standing extends Pick<LedgerRow, 'putOff' | 'lastAt' | 'due'> {
  readonly incident: Incident
  readonly now: Millis
}

function stateOf({ incident, putOff, lastAt, due, now }: Standing): AudienceState {
  if (incident.status === 'resolved') return 'over'
  if (putOff !== null && putOff.until === null) return 'not-needed'
  if (putOff?.until != null && putOff.until > now) return 'snoozed'
  if (lastAt === null) return 'not-told'
  if (due === null) return 'none-due'
  return due.dueAt <= now ? 'overdue' : 'due'
}

function entriesOf(incident: Incident, audience: Audience, now: Millis): readonly LedgerEntry[] {
  const sent = incident.updates
    .filter(one => one.audience === audience && (mayHaveReached(one) || isToPost(one)))
    .map(entryOf)
  const byHand = incident.toldByHand
    .filter(one => one.audience === audience)
    .map(({ event, at, by, how, what, promise }): Unjudged => {
      return {
        id: event,
        message: event,
        at,
        by,
        through: { byHand: how },
        url: null,
        text: what,
        state: 'out',
        promise,
      }
    })
  const all = [...sent, ...byHand].sort((one, other) => timeOf(other) - timeOf(one))
  return all.map(({ message, promise, ...entry }) => ({
    ...entry,
    promise: promise === null || entry.at === null ? null : { at: promise, state: kept(entry.at, message, promise) },
  }))

  function kept(at: Millis, message: string, promise: Millis): PromiseState {
    const next = all.filter(one => one.at !== null && one.at > at && one.message !== message).map(timeOf)
    // Readers see a time of day: all of its minute counts.
    const last = promise + MINUTE
    if (next.some(time => time < last)) return 'kept'
    const { resolvedAt } = incident
    if (audience !== 'customers' && resolvedAt !== null && resolvedAt < last) return 'ended'
    return now < last && next.length === 0 ? 'open' : 'missed'
  }
}

type Unjudged = Omit<LedgerEntry, 'promise'> & { readonly message: string; readonly promise: Millis | null }

function timeOf({ at }: Pick<LedgerEntry, 'at'>): Millis {
  return at ?? Number.POSITIVE_INFINITY
}

function entryOf(update: Update): Unjudged {
  const { id, message, content, delivery, sentBy } = update
  const out = delivery.state === 'published' ? delivery : null
  const isLeaving = delivery.state === 'publishing' || delivery.state === 'asking'
  return {
    ...{ id, message, by: sentBy ?? null, through: { channel: content.channel }, text: content.title },
    ...{ at: out?.at ?? null, url: out?.url ?? null, promise: content.nextUpdateAt },
    state: out !== null ? 'out' : isLeaving ? 'leaving' : isToPost(update) ? 'to-post' : 'in-doubt',
  }
}
