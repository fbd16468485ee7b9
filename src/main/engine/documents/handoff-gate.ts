import type { HandoffClosing, HandoffContent } from '../../../shared/domain/handoff-content'
import { actorName } from '../../../shared/domain/people'
import type { ClosingState, NotedCriterion } from '../../../shared/domain/resolution'
import type { Millis } from '../../../shared/lib/time'
import { texts as catalogue } from '../../../shared/texts/texts'
import { type Block, type Inline, type InlineText, moment, section, typed } from './blocks'
import * as texts from './handoff-texts'

/** [GT12] What is left between a fix and the end: the gate while it is watched, the closing list after it. */
export function gateSections(content: HandoffContent): readonly Block[] {
  const { gate, closing, writtenAt } = content
  const holds = gate?.criteria.filter(({ state }) => state === 'green').length ?? 0
  const recorded = closing?.filter(one => one.recorded) ?? []
  const done = recorded.filter(({ proof }) => proof !== null).length
  return [
    ...list(
      `Resolution gate: ${holds} of ${gate?.criteria.length ?? 0} hold`,
      gate?.criteria.map(one => criterionLine(one, content)) ?? [],
    ),
    ...list(`Closing list: ${done} of ${recorded.length} done`, closing?.map(one => closingLine(one, writtenAt)) ?? []),
  ]
}

function list(title: string, items: readonly InlineText[]): readonly Block[] {
  return items.length === 0 ? [] : [section(title, [{ block: 'list', look: 'lines', items, none: '' }])]
}

function criterionLine({ id, text, state, evidence, at }: NotedCriterion, { gate, writtenAt }: HandoffContent) {
  const word = gate?.gateWords[id]
  const said: readonly Inline[] =
    word === undefined
      ? []
      : [
          ...[', ', typed(actorName(word.by)), gate?.notLead.includes(id) ? ', who is not the tech lead,' : ''],
          word.answer === 'met' ? ' said yes, ' : ' said no, ',
          ...[when(word.at, writtenAt), ...(word.note === '' ? [] : [': ', typed(word.note)])],
        ]
  const measured: readonly Inline[] = evidence === '' ? [] : [', ', typed(evidence)]
  const age: readonly Inline[] = at === null ? [] : [', as of ', when(at, writtenAt)]
  return [typed(text), ': ', { strong: [catalogue.gate.states[state]] }, ...said, ...measured, ...age] as InlineText
}

function closingLine({ text, proof, recorded }: HandoffClosing, writtenAt: Millis): InlineText {
  const state = proof !== null ? 'done' : recorded ? 'open' : 'not in the record'
  return [typed(text), ': ', { strong: [state] }, ...proofOf(proof, writtenAt)]
}

function proofOf(proof: ClosingState['proof'], writtenAt: Millis): readonly Inline[] {
  if (proof === null) return []
  switch (proof.from) {
    case 'metrics':
      return []
    case 'person':
      return [', ', typed(actorName(proof.mark.by)), ', ', when(proof.mark.at, writtenAt)]
    case 'gate':
      return [', ', typed(actorName(proof.word.by)), ' at the gate, ', when(proof.word.at, writtenAt)]
    default:
      return [', ', when(proof.at, writtenAt)]
  }
}

function when(at: Millis, writtenAt: Millis): Inline {
  return moment(at, texts.momentText(at, writtenAt))
}
