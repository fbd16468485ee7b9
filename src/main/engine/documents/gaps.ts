import { type GapWords, gapWords } from '../../../shared/contract/gap-words'
import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { roughSpan } from '../../../shared/lib/time'
import { english } from '../../../shared/words/english'

/** [HG1] What is missing, in the language of the document. */
export function gapsInWords({ gaps }: HandoffContent): readonly GapWords[] {
  return gaps.map(gap => gapWords(gap, english.handoffGaps, roughSpan))
}
