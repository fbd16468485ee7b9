import type { ProposedTime } from '../../shared/domain/stated-time'
import { say } from '../../shared/words/say'
import { words } from '../../shared/words/words'

const { sources } = words.began

/** Where a proposed time comes from. */
export function saySource({ of, source: { kind, name } }: Pick<ProposedTime, 'of' | 'source'>): string {
  if (kind === 'chart' && of === 'ended') return say(sources.chartBack, { name })
  return say(sources[kind], { name, by: name })
}
