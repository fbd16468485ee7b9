import { checkWords, type GapWords, gapWords } from '../../../shared/contract/gap-words'
import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { roughSpan } from '../../../shared/lib/time'
import { english } from '../../../shared/texts/english'
import { t } from '../../../shared/texts/t'

/** [HG1] What is missing, in the language of the document. */
export function gapsInWords({ review }: HandoffContent): readonly GapWords[] {
  return review.gaps.map(gap => gapWords(gap, english.handoffGaps, roughSpan))
}

/** [GC1] What was looked at to say so, and what could not be. */
export function lookedAtInWords({ review: { lookedAt, notLookedAt } }: HandoffContent): string {
  const { handoffGaps } = english
  const looked = t(handoffGaps.lookedAt, { checks: checkWords(lookedAt, handoffGaps) })
  if (notLookedAt.length === 0) return looked
  return `${looked} ${t(handoffGaps.notLookedAt, { checks: checkWords(notLookedAt, handoffGaps) })}`
}
