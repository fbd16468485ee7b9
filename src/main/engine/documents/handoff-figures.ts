import { lostText } from '../../../shared/contract/figures/impact-text'
import type { HandoffContent } from '../../../shared/domain/handoff-content'
import type { FigureStatement } from '../../../shared/domain/impact-figures'
import { actorName } from '../../../shared/domain/people'
import type { SeverityPrompt } from '../../../shared/domain/severity-prompts'
import { figureText } from '../../../shared/events/figure-stated'
import { roughSpan } from '../../../shared/lib/time'
import { texts as catalogue } from '../../../shared/texts/texts'
import { type Block, type Fact, moment, section, typed } from './blocks'
import * as texts from './handoff-texts'

/** [IM9] What was stated of the impact, by whom and when, and what follows from it; nothing where nobody stated anything. */
export function figureSections({ figures: { stated, lost, time }, writtenAt }: HandoffContent): readonly Block[] {
  if (stated.length === 0) return []
  const figure = (one: FigureStatement): Fact => ({
    name: catalogue.figureLines.names[one.figure],
    value: [figureText(one)],
    note: [
      'stated by ',
      typed(actorName(one.stated.by)),
      ', ',
      moment(one.stated.at, texts.momentText(one.stated.at, writtenAt)),
      ...(one.source === '' ? [] : [': ', typed(one.source)]),
    ],
  })
  const facts = [
    ...stated.map(figure),
    ...(lost === undefined
      ? []
      : [
          {
            name: 'Lost so far',
            value: [lostText(lost)],
            note: [`each stated rate times its span, ${roughSpan(lost.span)} in all`],
          },
        ]),
    ...(time === null ? [] : [{ name: 'Customers’ impact', value: [roughSpan(time)] }]),
  ]
  return [section('Impact figures', [{ block: 'facts', look: 'answers', facts }])]
}

/** [RS8] Other severities that were offered, with the evidence of then and what was answered; nothing where none was. */
export function promptSections({ prompts, writtenAt }: HandoffContent): readonly Block[] {
  if (prompts.length === 0) return []
  const fact = ({ direction, severity, text, evidence, at, settled, withdrawn }: SeverityPrompt): Fact => ({
    name: `${direction === 'raise' ? 'Raise' : 'Lower'} to ${severity}`,
    value: [typed(`${text}: ${evidence}`)],
    note: [
      moment(at, texts.momentText(at, writtenAt)),
      ...(settled === null
        ? [', not answered']
        : withdrawn
          ? [', no longer so: ', moment(settled.at, texts.momentText(settled.at, writtenAt))]
          : [', not now: ', typed(actorName(settled.by))]),
    ],
  })
  return [section('Severity offered', [{ block: 'facts', look: 'answers', facts: prompts.map(fact) }])]
}
