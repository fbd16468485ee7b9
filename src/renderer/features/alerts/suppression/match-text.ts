import { matcherText } from '../../../../shared/domain/alerts/matcher'
import type { NoiseMatch } from '../../../../shared/domain/alerts/noise'
import { listText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'

const text = texts.noise

/** What a rule fits, in few words; empty where it says nothing. */
export function matchText({ group, service, title, labels, matchers = [] }: NoiseMatch): string {
  const told = [
    group === null ? null : t(text.group, { name: group.slice(group.indexOf(':') + 1) }),
    service === null ? null : t(text.service, { name: service }),
    title === null ? null : t(text.titleWith, { part: title }),
    ...Object.entries(labels).map(([label, value]) => matcherText({ label, sign: '=', value })),
    ...matchers.map(matcherText),
  ]
  return listText(told.filter(part => part !== null))
}
