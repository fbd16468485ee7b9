import { codedMessage } from '../../../shared/contract/coded-text'
import type { Ability, AbilityName, VendorChoice } from '../../../shared/contract/connections'
import { ok, type Reply } from '../../../shared/lib/reply'
import type { Api, ApiRequest } from '../http/api'
import { plainLine } from '../http/plain-text'
import type { HttpFault } from '../http/types'

/** What a token may do, found out by reading alone: nothing is ever written to see whether it could be. */

/** A question whose answer shows that the token may do `name`. */
export interface Trial {
  readonly name: AbilityName
  readonly path: string
  readonly query?: ApiRequest['query']
}

/** One after the other: a test must not use up what the vendor allows. */
export async function tryReads(api: Api, trials: readonly Trial[], signal: AbortSignal): Promise<readonly Ability[]> {
  const abilities: Ability[] = []
  for (const { name, path, query = [] } of trials) {
    const reply = await api.ask({ method: 'GET', path, query }, body => ok(body), signal)
    abilities.push(abilityOf(name, reply))
  }
  return abilities
}

/** A vendor that is busy or cannot be reached says nothing about the token. */
export function abilityOf<T>(name: AbilityName, reply: Reply<T, HttpFault>): Ability {
  if (reply.ok) return { name, may: 'yes', message: '' }
  const { fault } = reply
  const refused = fault.kind === 'token-refused' || (fault.kind === 'vendor-error' && fault.status < 500)
  return { name, may: refused ? 'no' : 'unknown', ...codedMessage(fault) }
}

/** What can be chosen, in the order of the alphabet; none where it cannot be read: the ability says why. */
export function choicesOf<T>(
  reply: Reply<readonly T[], HttpFault>,
  choice: (item: T) => { readonly id: string; readonly name: string },
): readonly VendorChoice[] {
  if (!reply.ok) return []
  return reply.value
    .map(choice)
    .map(({ id, name }) => ({ id, name: plainLine(name, 120) || id }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
