import type { Incident } from '../../../shared/domain/incident'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { actText } from '../../ui/act-text'

const text = texts.wall

interface Loose {
  readonly state: 'asking' | 'failed' | 'unknown'
  readonly what: string
}

const forms = {
  asking: [text.heldBack, text.heldBackAndMore],
  failed: [text.failed, text.failedAndMore],
  unknown: [text.unknown, text.unknownAndMore],
} as const

/** Everything that should have gone out and failed, or may have gone out, as one line; empty when all is well. */
export function troubleLine({ updates, acts }: Pick<Incident, 'updates' | 'acts'>): string {
  const loose: readonly Loose[] = [
    ...updates.flatMap(({ delivery: { state }, content }) =>
      pick(state, t(text.updateTrouble, { channel: content.channel.label })),
    ),
    ...acts.flatMap(({ standing: { state }, what }) => pick(state, actText(what))),
  ]
  // Unknown first: that one waits for a person.
  const [first, ...rest] = [...loose].sort((a, b) => b.state.localeCompare(a.state))
  if (first === undefined) return ''
  const [alone, andMore] = forms[first.state]
  const { what } = first
  return rest.length === 0 ? t(alone, { what }) : tCount(andMore, rest.length, { what })
}

function pick(state: string, what: string): readonly Loose[] {
  return state === 'failed' || state === 'unknown' || state === 'asking' ? [{ state, what }] : []
}
