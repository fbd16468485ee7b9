import type { Millis } from '../lib/time'
import { audienceName } from './audience'
import type { ToldHow } from './audience-clocks'
import { audienceLedger, type LedgerRow } from './audience-ledger'
import { type Deadline, type DeadlineKind, deadlineKinds, deadlinesOf } from './deadlines'
import type { Incident } from './incident'
import { type PaceOffer, paceOffer } from './pace-offer'

/** A deadline as it was when the document was written. */
export interface Due {
  readonly at: Millis
  readonly overdue: boolean
}

/** A clock of the incident; null: nothing of it is due. */
export interface HandoffDeadline extends Pick<Deadline, 'kind' | 'audience'> {
  readonly due: Due | null
}

export type HandoffPace = Extract<PaceOffer, { readonly state: 'answered' }>

/** Something that has a time of its own: due, or to be done then. */
export interface HandoffScheduled extends Pick<Deadline, 'kind'> {
  /** Null: the kind says it. */
  readonly about: string | null
  readonly owner: string | null
  readonly at: Millis
}

/** [AU11] When an audience is to hear next, and what it heard last. */
export interface HandoffAudience extends Pick<LedgerRow, 'state' | 'putOff'> {
  readonly name: string
  readonly due: Due | null
  /** Null: nothing is out. */
  readonly last: { readonly at: Millis; readonly text: string; readonly through: string } | null
}

const ofLists: ReadonlySet<DeadlineKind> = new Set([
  ...['task', 'lead-report', 'objection', 'revisit', 'relief', 'relief-overdue', 'overlap'],
  ...['acknowledge', 'respond', 'engage'],
] as const)

/** [HC1] The clocks that have a place of their own in a handoff, in the order of their kinds. */
export function clocks(incident: Incident, now: Millis): readonly HandoffDeadline[] {
  // Tasks, sub-teams, decisions and milestones have lists of their own; how long the one who leaves had command is no matter of the next.
  return deadlinesOf(incident)
    .filter(({ kind }) => !ofLists.has(kind))
    .sort((a, b) => deadlineKinds.indexOf(a.kind) - deadlineKinds.indexOf(b.kind))
    .map(({ kind, audience, dueAt }) => ({ kind, audience, due: due(dueAt, now) }))
}

/** All that has a time, the next first. */
export function scheduledIn(incident: Incident): readonly HandoffScheduled[] {
  const timed = deadlinesOf(incident).flatMap(({ kind, about, audience, owner, dueAt }) => {
    const whom = audience === null || audience === 'customers' ? null : audienceName(audience)
    return dueAt === null
      ? []
      : [{ kind, about: about === owner?.name ? null : (about ?? whom), owner: owner?.name ?? null, at: dueAt }]
  })
  return timed.sort((a, b) => a.at - b.at)
}

/** [AU11] Of an incident whose method has a table of audiences, when each hears next and what it heard last. */
export function audiencesIn(incident: Incident, now: Millis): readonly HandoffAudience[] {
  if (incident.method?.rules.audiences === undefined) return []
  return audienceLedger(incident, now).map(({ audience, row, state, putOff, due: next, entries }) => {
    const newest = entries.find(({ at }) => at !== null)
    const through =
      newest && ('channel' in newest.through ? newest.through.channel.label : byHand[newest.through.byHand])
    const last = newest?.at == null ? null : { at: newest.at, text: newest.text, through: through ?? '' }
    const name = row?.name ?? audienceName(audience) ?? 'Colleagues'
    return { name, state, putOff, due: state === 'over' ? null : due(next?.dueAt ?? null, now), last }
  })
}

const byHand: Readonly<Record<ToldHow, string>> = {
  ...{ call: 'by phone', 'in-person': 'in person', message: 'by direct message', meeting: 'in a meeting' },
}

/** [UP14] The pace that a person chose; null: nobody was asked, or nobody has answered. */
export function paceOf(incident: Incident, now: Millis): HandoffPace | null {
  const offer = paceOffer(incident, now)
  return offer.state === 'answered' ? offer : null
}

function due(at: Millis | null, now: Millis): Due | null {
  return at === null ? null : { at, overdue: at <= now }
}
