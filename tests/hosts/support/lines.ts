import type { EngineLink } from '../../../src/shared/contract/link'
import { type EntryId, type IncidentId, newId } from '../../../src/shared/domain/ids'
import { done, followOn } from './following-screen'

/** Declares an incident with a log of its own. */
export async function declared(link: EngineLink): Promise<IncidentId> {
  const incident = newId<IncidentId>()
  await done(link.call('incident:declare', { incident, title: 'Checkout fails', severity: 'SEV-2', impact: '' }))
  return incident
}

export function line(text: string) {
  return { entry: newId<EntryId>(), kind: 'note', text, occurredAt: null, pinned: false } as const
}

export function append(link: EngineLink, incident: IncidentId, text: string) {
  return link.call('timeline:append', { ...line(text), incident })
}

export function texts(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `line ${at}`)
}

export function textOf(event: { readonly kind: string; readonly body: unknown }): readonly string[] {
  return event.kind === 'entry-added' ? [(event.body as { readonly text: string }).text] : []
}

/** The typed lines of an incident, as a screen that has just opened reads them. */
export async function textsOf(link: EngineLink, incident: IncidentId): Promise<readonly string[]> {
  const screen = followOn(link, incident)
  const { seq } = await done(link.call('log:follow', { incident, after: 0 }))
  await screen.reached(seq)
  return screen.events.flatMap(textOf)
}
