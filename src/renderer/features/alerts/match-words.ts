import { matcherWords } from '../../../shared/domain/alerts/matcher'
import type { NoiseMatch } from '../../../shared/domain/alerts/noise'
import { say, sayList } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'

const text = words.noise

/** What a rule fits, in few words; empty where it says nothing. */
export function matchWords({ group, service, title, labels, matchers = [] }: NoiseMatch): string {
  const told = [
    group === null ? null : say(text.group, { name: group.slice(group.indexOf(':') + 1) }),
    service === null ? null : say(text.service, { name: service }),
    title === null ? null : say(text.titleWith, { part: title }),
    ...Object.entries(labels).map(([label, value]) => matcherWords({ label, sign: '=', value })),
    ...matchers.map(matcherWords),
  ]
  return sayList(told.filter(part => part !== null))
}
