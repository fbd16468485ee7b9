import { promisesText } from '../../../shared/contract/figures/objective-text'
import { factFigure } from '../../../shared/contract/figures/panel-facts'
import type { FactNow } from '../../../shared/domain/method/facts-now'
import type { GateEvidence } from '../../../shared/domain/method/gate'
import { actorName } from '../../../shared/domain/people'
import type { Millis } from '../../../shared/lib/time'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { spanText } from '../../ui/span-text'

const text = texts.gate

/** A short reason for the state of a gate criterion. */
export function evidenceText(evidence: GateEvidence, now: Millis): string {
  const ago = (at: Millis) => spanText(Math.max(0, now - at))
  switch (evidence.kind) {
    case 'facts':
      return evidence.facts.map(fact => factText(fact, now)).join(' · ')
    case 'no-panel':
      return t(text.noPanel, { key: keyOf('panels') })
    case 'promises':
      return promisesText(evidence)
    case 'alerts':
      return evidence.firing === 0 ? text.noAlert : tCount(text.firing, evidence.firing, { first: evidence.first })
    case 'alerts-unknown':
      return evidence.why === 'no-services' ? t(text.noServices, { key: keyOf('facts') }) : text.notRead
    case 'report':
      return t(text.report, { span: ago(evidence.at) })
    case 'no-report':
      return text.noReport
    case 'stable': {
      const { since, minutes } = evidence
      return since === null ? t(text.unstable, { minutes }) : t(text.stableSince, { span: ago(since), minutes })
    }
    case 'word': {
      const { answer, note, by, at } = evidence.word
      const who = actorName(by)
      const said = t(answer === 'met' ? text.word : text.wordNo, { who, span: ago(at) })
      const word = evidence.counts ? said : t(text.notLead, { word: said })
      return note === '' ? word : t(text.noted, { word, note })
    }
  }
}

function factText(fact: FactNow, now: Millis): string {
  const { title: panel, value, usual, limit, at, current } = fact
  if (value === null) return t(text.noValue, { panel })
  const said = t(text.fact, { panel, value: factFigure(fact, value) })
  const bounds = {
    ...(usual !== null && { usual: factFigure(fact, usual) }),
    ...(limit !== null && { limit: factFigure(fact, limit) }),
  }
  const key = usual === null ? (limit === null ? null : 'limit') : limit === null ? 'usual' : 'both'
  const judged = key === null ? said : t(text[key], { fact: said, ...bounds })
  return current || at === null ? judged : t(text.old, { fact: judged, span: spanText(Math.max(0, now - at)) })
}
