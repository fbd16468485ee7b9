import type { ComponentStatus } from '../../../../shared/domain/update'
import type { MaintenanceStep, VendorRequest } from '../../../../shared/domain/vendor-request'
import type { Api } from '../../http/api'
import type { SendOutcome, VerificationOutcome } from '../../outbox/types'
import { notSeen, outcomeBeforeSending, outcomeOfFault, refusedHere } from '../outcome'
import { parseIncident, parseLanded } from './parse'
import { landedAs } from './translate'

type Move = Extract<VendorRequest, { readonly kind: 'maintenance-move' }>

/** In this order a maintenance goes through its life. */
const life = ['scheduled', 'in_progress', 'verifying', 'completed']

const statusWithin: Readonly<Record<MaintenanceStep, ComponentStatus>> = {
  in_progress: 'under_maintenance',
  completed: 'operational',
}

/** Begins or ends a maintenance by hand. Read first: the page moves it by itself too, and a late word must not undo that. */
export async function moveMaintenance(api: Api, page: string, what: Move, signal: AbortSignal): Promise<SendOutcome> {
  const path = incidentPath(page, what)
  const before = await api.ask({ method: 'GET', path }, parseIncident, signal)
  if (!before.ok) return outcomeBeforeSending(before.fault)
  if (before.value.status === what.to) return { outcome: 'delivered', delivered: landedAs(before.value) }
  if (!life.includes(before.value.status))
    return refusedHere('maintenance-none', { maintenance: what.maintenance.name })
  if (isPast(before.value.status, what.to))
    return refusedHere('maintenance-past', { status: before.value.status.replaceAll('_', ' ') })
  const reply = await api.ask({ method: 'PATCH', path, json: { incident: moved(what) } }, parseLanded, signal)
  return reply.ok ? { outcome: 'delivered', delivered: landedAs(reply.value) } : outcomeOfFault(reply.fault)
}

function moved({ to, body, components, notify }: Move): object {
  return {
    status: to,
    body,
    // The page changes them by itself only when it moves the maintenance by itself.
    components: Object.fromEntries(components.map(({ id }) => [id, statusWithin[to]])),
    // Always sent: left out it means true, and every subscriber gets mail.
    deliver_notifications: notify,
  }
}

export async function verifyMove(
  api: Api,
  page: string,
  what: Move,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const reply = await api.ask({ method: 'GET', path: incidentPath(page, what) }, parseIncident, signal)
  if (!reply.ok) return notSeen(reply.fault)
  const { status } = reply.value
  return status === what.to || isPast(status, what.to)
    ? { found: 'delivered', delivered: landedAs(reply.value) }
    : { found: 'absent' }
}

function isPast(status: string, step: MaintenanceStep): boolean {
  return life.indexOf(status) > life.indexOf(step)
}

function incidentPath(page: string, { maintenance }: Move): string {
  return `${page}/incidents/${encodeURIComponent(maintenance.id)}`
}
