import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { type MilestoneName, milestoneNames, targetOf } from '../../../shared/domain/milestone'
import { actorName } from '../../../shared/domain/people'
import type { Millis } from '../../../shared/lib/time'
import { texts as catalogue } from '../../../shared/texts/texts'
import { type Fact, type FactsBlock, moment, typed } from './blocks'
import * as texts from './handoff-texts'

/** [MI6] Each milestone with its time, what set it, and what it was before it was corrected. */
export function timesKept(content: HandoffContent): FactsBlock {
  const { times, writtenAt } = content
  const when = (at: Millis) => texts.momentText(at, writtenAt)
  const facts = milestoneNames.flatMap((name): readonly Fact[] => {
    const kept = times.timesKept[name]
    const wanted = wantedText(content, name)
    const label = catalogue.incidentLines.milestones[name]
    if (kept === undefined) return wanted === undefined ? [] : [{ name: label, value: [wanted] }]
    const corrected = times.timeCorrections.findLast(({ milestone }) => milestone === name)
    const before =
      corrected === undefined || corrected.from === null
        ? []
        : [' (', typed(`${when(corrected.from)} before ${actorName(corrected.by)} corrected it`), ')']
    const source = catalogue.milestones.from[kept.from]
    return [
      {
        name: label,
        value: [
          moment(kept.at, when(kept.at)),
          ', ',
          typed(`${source}, by ${actorName(kept.by)}`),
          ...(wanted === undefined ? [] : [` (${wanted})`]),
          ...before,
        ],
      },
    ]
  })
  const none: Fact = { name: 'Times', value: [texts.absences.times] }
  return { block: 'facts', look: 'answers', facts: facts.length === 0 ? [none] : facts }
}

/** [RT4] By when it was wanted, and by how much that was missed. */
function wantedText({ times, writtenAt }: HandoffContent, name: MilestoneName): string | undefined {
  const target = targetOf(times, name, writtenAt)
  if (target === undefined) return undefined
  const { dueAt, isReached, late } = target
  return texts.targetText(texts.momentText(dueAt, writtenAt), isReached, late)
}
