import { nameKey } from './alerts/facts'
import type { RunbookHead } from './runbook'

/** A runbook in a list: what finds it, and which text it is. */
export interface RunbookCard
  extends Pick<RunbookHead, 'title' | 'services' | 'alerts' | 'severity' | 'owner' | 'updated'> {
  /** Its path below its folder without `.md`: `payments/refunds`. One of the team replaces ours of the same id. */
  readonly id: string
  readonly from: 'shipped' | 'team'
  readonly path: string
  /** Of the text: SHA-256 in hex. */
  readonly hash: string
}

/** Why a runbook is offered. */
export type RunbookReason =
  | { readonly kind: 'link'; readonly address: string }
  | { readonly kind: 'alert'; readonly name: string }
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'words' }

export interface FoundRunbook {
  readonly card: RunbookCard
  readonly reason: RunbookReason
}

/** What is known of an alert, a group of alerts or an incident. */
export interface RunbookQuestion {
  /** What alerts name as their runbook: an address, or an id. */
  readonly links: readonly string[]
  readonly alerts: readonly string[]
  /** Every name that a service has. */
  readonly services: readonly string[]
}

/**
 * [RN7] The runbooks for it, each once with its strongest reason: what an alert links to, then what names the alert, then
 * what names the service.
 */
export function likelyRunbooks(cards: readonly RunbookCard[], asked: RunbookQuestion): readonly FoundRunbook[] {
  const found = new Map<string, FoundRunbook>()
  const take = (card: RunbookCard, reason: RunbookReason) => {
    if (!found.has(card.id)) found.set(card.id, { card, reason })
  }
  for (const address of asked.links) {
    const linked = cardLinked(cards, address)
    if (linked !== undefined) take(linked, { kind: 'link', address })
  }
  for (const kind of ['alert', 'service'] as const) {
    const names = new Map((kind === 'alert' ? asked.alerts : asked.services).map(name => [nameKey(name), name]))
    for (const card of cards) {
      const of = (kind === 'alert' ? card.alerts : card.services).find(name => names.has(nameKey(name)))
      if (of !== undefined) take(card, { kind, name: names.get(nameKey(of)) ?? of })
    }
  }
  return [...found.values()]
}

/** The path of an address ends with the whole id of a runbook, whatever host and branch it is on; of two the longer id. */
function cardLinked(cards: readonly RunbookCard[], address: string): RunbookCard | undefined {
  const path = pathOf(address).replace(/\.md$/i, '').replace(/\/+$/, '')
  const fits = cards.filter(({ id }) => path === id || path.endsWith(`/${id}`))
  return fits.toSorted((a, b) => b.id.length - a.id.length)[0]
}

function pathOf(address: string): string {
  if (!URL.canParse(address)) return address.trim()
  try {
    return decodeURIComponent(new URL(address).pathname)
  } catch {
    // A stray percent sign: the path as it stands.
    return new URL(address).pathname
  }
}
