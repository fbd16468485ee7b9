import { coded, partOf } from '../../../../shared/contract/coded-text'
import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import type { Api } from '../../http/api'
import type { SendOutcome, VerificationOutcome } from '../../outbox/types'
import { notSeen, outcomeOfFault } from '../outcome'
import { parseComponent } from './parse'

type ComponentsSet = Extract<VendorRequest, { readonly kind: 'components-set' }>

/** One request a component, each of which may be repeated: the act as a whole is done when all of them are. */
export async function setComponents(
  api: Api,
  page: string,
  { components }: ComponentsSet,
  signal: AbortSignal,
): Promise<SendOutcome> {
  for (const [at, { id, name, status }] of components.entries()) {
    const json = { component: { status } }
    const reply = await api.ask({ method: 'PATCH', path: componentPath(page, id), json }, parseComponent, signal)
    if (reply.ok) continue
    const outcome = outcomeOfFault(reply.fault)
    if (at === 0 || outcome.outcome !== 'refused') return outcome
    // Customers see those before it changed already, so "not done" would not be true.
    const why = coded('components-in-part', { name, at, all: components.length, reason: partOf(reply.fault) })
    return { outcome: 'unknown', fault: { kind: 'unreadable-answer', ...why } }
  }
  return { outcome: 'delivered', delivered: { externalId: components.map(({ id }) => id).join(','), url: null } }
}

export async function verifyComponents(
  api: Api,
  page: string,
  { components }: ComponentsSet,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  for (const { id, status } of components) {
    const reply = await api.ask({ method: 'GET', path: componentPath(page, id) }, parseComponent, signal)
    if (!reply.ok) return notSeen(reply.fault)
    if ((reply.value.status || 'operational') !== status) return { found: 'absent' }
  }
  return { found: 'delivered', delivered: { externalId: components.map(({ id }) => id).join(','), url: null } }
}

function componentPath(page: string, component: string): string {
  return `${page}/components/${encodeURIComponent(component)}`
}
