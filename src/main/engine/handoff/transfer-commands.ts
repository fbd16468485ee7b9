import type { Fault } from '../../../shared/contract/faults'
import type { TransferId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { type Actor, type Responder, responderNamed } from '../../../shared/domain/people'
import { runningOverlap, type Transfer, USUAL_OVERLAP, waitingTransfers } from '../../../shared/domain/transfer'
import { overlapEnded } from '../../../shared/events/overlap-ended'
import { transferAccepted } from '../../../shared/events/transfer-accepted'
import { transferEnded } from '../../../shared/events/transfer-ended'
import { transferPrepared } from '../../../shared/events/transfer-prepared'
import { transferRead } from '../../../shared/events/transfer-read'
import { ok, type Reply } from '../../../shared/lib/reply'
import { MINUTE } from '../../../shared/lib/time'
import {
  type CommandDecisions,
  changedSince,
  conflict,
  decided,
  notFound,
  onIncident,
  refused,
} from '../record/decision'
import type { Ledger } from '../record/ledger'
import type { Handlers } from '../sessions/handlers'
import { sectionAt, transferSections, unreadSections } from './transfer-sections'

type Names = 'transfer:prepare' | 'transfer:read' | 'transfer:accept' | 'transfer:end' | 'transfer:release'

export const transferCommands: CommandDecisions<Names> = {
  // [TC1]
  'transfer:prepare': onIncident<'transfer:prepare'>(({ to: name, was, ...input }, { record, now, by }) => {
    const { incident } = record
    const held = incident.roles.ic
    if (held === null) return refused('role-empty')
    const changed = changedSince(was, held.responder.name)
    if (changed !== undefined) return changed
    const to = responderNamed(name)
    if (to === undefined) return refused('role-for-whom')
    if (to.id === held.responder.id) return refused('role-held', { name: to.name })
    const [waiting] = waitingTransfers(incident)
    if (waiting !== undefined) return conflict('transfer-waiting', { name: waiting.to.name })
    const { transfer, note, incidents, zone } = input
    const others = incidents.filter(id => id !== incident.id)
    const body = { transfer, from: held.responder, since: held.since, to, note, incidents: [incident.id, ...others] }
    return decided(transferPrepared.draft({ ...body, ...(zone && { zone }) }, now, by))
  }),

  // [TC2]
  'transfer:read': onIncident<'transfer:read'>((input, { record, now, by }) => {
    const found = toTake(record.incident, input.transfer, by)
    if (!found.ok) return found
    const { transfer, section, digest, zone } = input
    const drawnAt = Math.min(input.drawnAt, now)
    const drawn = sectionAt(record, section, drawnAt)
    if (drawn?.digest !== digest) return conflict('section-changed')
    const body = { transfer, section, title: drawn.title, drawnAt, digest }
    return decided(transferRead.draft({ ...body, ...(zone && { zone }) }, now, by))
  }),

  // [TC3]
  'transfer:accept': onIncident<'transfer:accept'>(({ transfer, anyway, zone }, { record, now, by }) => {
    const { incident } = record
    const found = toTake(incident, transfer, by)
    if (!found.ok) return found
    const { from, to } = found.value
    const { missing, changed } = unreadSections(record, found.value)
    const unread = missing.length + changed.length
    if (unread > 0 && anyway === undefined) return refused('transfer-unread', { count: unread })
    const minutes = incident.method?.rules.transfer?.overlap ?? USUAL_OVERLAP
    const body = { transfer, from, to, unread, reason: unread > 0 ? (anyway ?? '') : '' }
    const overlapUntil = now + minutes * MINUTE
    return decided(transferAccepted.draft({ ...body, overlapUntil, ...(zone && { zone }) }, now, by))
  }),

  // [TC4]
  'transfer:end': onIncident<'transfer:end'>(({ transfer, as, reason }, { record, now, by }) => {
    const { incident } = record
    const found = as === 'declined' ? toTake(incident, transfer, by) : waitingOne(incident, transfer)
    if (!found.ok) return found
    const from = incident.roles.ic?.responder ?? null
    return decided(transferEnded.draft({ transfer, as, from, to: found.value.to, reason }, now, by))
  }),

  // [TC5]
  'transfer:release': onIncident<'transfer:release'>(({ transfer }, { record, now, by }) => {
    const overlap = runningOverlap(record.incident)
    if (overlap?.transfer !== transfer) return refused('no-overlap')
    return decided(overlapEnded.draft({ transfer, giver: overlap.giver }, now, by))
  }),
}

/** [TC2] What is read back, as the record has it. */
export function transferQueries(ledger: Pick<Ledger, 'record'>, now: () => number): Handlers<'transfer:sections'> {
  return {
    'transfer:sections': ({ incident, transfer }) => {
      const record = ledger.record(incident)
      if (record === null) return notFound('no-such-incident')
      const found = record.incident.transfers.find(({ id }) => id === transfer)
      return found === undefined ? notFound('transfer-gone') : ok(transferSections(record, found, now()))
    },
  }
}

/** The transfer, for the person whom it names: nobody takes command for another. */
function toTake(incident: Incident, id: TransferId, by: Actor): Reply<Transfer, Fault> {
  const found = waitingOne(incident, id)
  if (!found.ok) return found
  return isPerson(by, found.value.to) ? found : refused('transfer-not-yours', { name: found.value.to.name })
}

const isPerson = (by: Actor, { id }: Responder) => by.kind === 'person' && by.responder.id === id

const overBecause = {
  accepted: 'transfer-accepted',
  withdrawn: 'transfer-withdrawn',
  declined: 'transfer-declined',
} as const

/** [TC4] The transfer while it waits; a refusal says what became of it, and by whom. */
function waitingOne(incident: Incident, id: TransferId): Reply<Transfer, Fault> {
  const waiting = waitingTransfers(incident).find(one => one.id === id)
  if (waiting !== undefined) return ok(waiting)
  const known = incident.transfers.find(one => one.id === id)
  if (known === undefined) return notFound('transfer-gone')
  if (known.end === null) return conflict('transfer-overtaken', { name: incident.roles.ic?.responder.name ?? '' })
  return conflict(overBecause[known.end.as], { name: known.to.name })
}
