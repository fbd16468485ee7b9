import type { Millis } from '../lib/time'
import { lastToldAt } from './audience-due'
import { audienceOfRow } from './audience-matrix'
import type { Incident } from './incident'
import type { LinkKind } from './incident-facts'
import type { FirstStepFact, RecordFact } from './method/method-measures'
import type { MilestoneName } from './milestone'
import { type Actor, actorName, type Role } from './people'
import { gapsOf } from './responder-warnings'
import { roleSlots } from './responders'
import { isPublished, publishedTo } from './update'

/** What shows it. */
export interface FactProof {
  /** Null: the record does not say when. */
  readonly at: Millis | null
  /** A person, a link, a text, as the record has it; empty: there is nothing to name. */
  readonly what: string
}

/** [PB3] Whether the record shows it, and by what; undefined: it does not. */
export function recordFact(incident: Incident, fact: RecordFact): FactProof | undefined {
  return shows[fact](incident)
}

type Shows = (incident: Incident) => FactProof | undefined

const proof = (at: Millis | null, what = ''): FactProof => ({ at, what })
const by = (at: Millis, actor: Actor) => proof(at, actor.kind === 'engine' ? '' : actorName(actor))
const once = (at: Millis | null) => (at === null ? undefined : proof(at))
const earliest = (times: readonly Millis[]) => (times.length === 0 ? undefined : proof(Math.min(...times)))
const ofFirst = <Item>([first]: readonly Item[], shown: (item: Item) => FactProof) =>
  first === undefined ? undefined : shown(first)

const kept =
  (name: MilestoneName): Shows =>
  ({ timesKept: { [name]: time } }) =>
    time && by(time.at, time.by)

const assigned =
  (role: Role): Shows =>
  ({ roles: { [role]: holder } }) =>
    holder === null ? undefined : proof(holder.since, holder.responder.name)

const linked =
  (...kinds: readonly LinkKind[]): Shows =>
  ({ links }) =>
    ofFirst(
      links.filter(({ kind }) => kinds.includes(kind)),
      ({ label }) => proof(null, label),
    )

/** By the row's id in the method's table of audiences; where a team has none of that id, a person ticks the item. */
const told =
  (id: string): Shows =>
  incident => {
    const row = incident.method?.rules.audiences?.audiences.find(audience => audience.id === id)
    return row && once(lastToldAt(incident, audienceOfRow(row)))
  }

const toCustomers = ({ updates }: Incident) => publishedTo('customers', updates)

const shows: Readonly<Record<RecordFact | FirstStepFact, Shows>> = {
  declared: ({ declaredAt, declaredBy }) => by(declaredAt, declaredBy),
  acknowledged: kept('acknowledged'),
  'commander-assigned': assigned('ic'),
  'scribe-assigned': assigned('scribe'),
  'comms-assigned': assigned('comms'),
  'roles-filled': incident => {
    if (gapsOf(incident).length > 0) return undefined
    const since = roleSlots(incident).flatMap(({ held }) => (held === null ? [] : [held.since]))
    return proof(since.length === 0 ? null : Math.max(...since))
  },
  'impact-stated': ({ impact }) => (impact === '' ? undefined : proof(null, impact)),
  'services-stated': ({ services }) => (services?.length ? proof(null, services.join(', ')) : undefined),
  'detection-stated': ({ detected }) => (detected === null ? undefined : proof(detected.at, detected.name)),
  'start-confirmed': ({ started }) => (started === null ? undefined : proof(started.at)),
  'figures-stated': ({ figuresStated }) => ofFirst(figuresStated, ({ stated }) => by(stated.at, stated.by)),
  'ticket-linked': linked('ticket'),
  'room-linked': linked('war-room', 'bridge'),
  'dashboard-linked': linked('dashboard'),
  'runbook-linked': linked('runbook'),
  'update-drafted': ({ updates }) =>
    updates.some(({ audience }) => audience === 'customers') ? proof(null) : undefined,
  'update-published': ({ updates }) => earliest(updates.filter(isPublished).map(({ delivery }) => delivery.at)),
  'customers-updated': incident => earliest(toCustomers(incident).map(({ delivery }) => delivery.at)),
  'customers-told-over': incident =>
    earliest(
      toCustomers(incident).flatMap(({ content: { stage, status }, delivery }) =>
        stage === 'resolution' || status === 'resolved' ? [delivery.at] : [],
      ),
    ),
  'support-told': told('support'),
  'leadership-told': told('leadership'),
  'legal-told': told('legal'),
  'checkpoint-held': ({ checkpointsHeld }) => ofFirst(checkpointsHeld, held => by(held.heldAt, held.by)),
  'attempt-begun': ({ attempts }) => ofFirst(attempts, ({ raised, text }) => proof(raised.at, text)),
  'hypothesis-raised': ({ hypotheses }) => ofFirst(hypotheses, ({ raised, text }) => proof(raised.at, text)),
  'plan-decided': ({ decisions }) =>
    ofFirst(
      decisions.filter(({ state }) => state === 'decided'),
      ({ raised, text }) => proof(raised.at, text),
    ),
  'handoff-written': ({ handoffs }) => ofFirst(handoffs, ({ writtenAt, by: author }) => by(writtenAt, author)),
  mitigated: kept('mitigated'),
  monitored: ({ calmSince }) => once(calmSince),
  'gate-completed': ({ gateCompletedAt }) => once(gateCompletedAt),
  resolved: ({ resolvedAt }) => once(resolvedAt),
  'review-planned': ({ reviewAt }) => once(reviewAt),
  'review-held': kept('review-held'),
}
