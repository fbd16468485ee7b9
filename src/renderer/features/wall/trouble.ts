import { actWords } from '../../../shared/domain/act-words'
import type { Incident } from '../../../shared/domain/incident'

interface Loose {
  readonly state: 'failed' | 'unknown'
  readonly what: string
}

/** Everything that should have gone out and failed, or may have gone out, as one line; empty when all is well. */
export function troubleLine({ updates, acts }: Pick<Incident, 'updates' | 'acts'>): string {
  const loose: readonly Loose[] = [
    ...updates.flatMap(({ delivery: { state }, content }) => pick(state, `update to ${content.channel.label}`)),
    ...acts.flatMap(({ standing: { state }, what }) => pick(state, actWords(what))),
  ]
  // Unknown first: that one waits for a person.
  const [first, ...rest] = [...loose].sort((a, b) => b.state.localeCompare(a.state))
  if (first === undefined) return ''
  const more = rest.length === 0 ? '' : `, and ${rest.length} more`
  return `${first.state === 'unknown' ? 'Unknown whether it went out' : 'Failed'}: ${first.what}${more}`
}

function pick(state: string, what: string): readonly Loose[] {
  return state === 'failed' || state === 'unknown' ? [{ state, what }] : []
}
