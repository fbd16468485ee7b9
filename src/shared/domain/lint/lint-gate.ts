import type { ContentHash } from '../ids'
import type { Waiver } from '../waiver'
import type { LintFinding, LintLevel } from './lint-finding'

/** The rules of some findings at one level, each once, in their order. */
export function rulesAt(level: LintLevel, findings: readonly LintFinding[]): readonly LintFinding['rule'][] {
  return [...new Set(findings.filter(finding => finding.level === level).map(({ rule }) => rule))]
}

/** [LN30] What still has to be answered before a text is published: nothing that was let pass for this very text. */
export function openFindings<Finding extends LintFinding>(
  findings: readonly Finding[],
  text: ContentHash,
  waivers: readonly Waiver[],
): readonly Finding[] {
  const covering = waivers.filter(waiver => waiver.text === text)
  return findings.filter(({ rule, level }) => {
    if (level === 'blocks') return covering.every(({ overrode }) => !overrode.includes(rule))
    // A rule that blocked and was overridden was read, also where the team has since set it to ask.
    if (level === 'asks')
      return covering.every(({ asked, overrode }) => !asked.includes(rule) && !overrode.includes(rule))
    return true
  })
}

/** [LN29] What one rendition's event stores of waivers: of its own findings only; undefined where there is nothing. */
export function waiverOf(
  findings: readonly LintFinding[],
  text: ContentHash,
  waivers: readonly Waiver[],
): Waiver | undefined {
  const [overrode, asked] = [rulesAt('blocks', findings), rulesAt('asks', findings)]
  if (overrode.length === 0 && asked.length === 0) return undefined
  const reasons = waivers.filter(
    waiver => waiver.text === text && waiver.overrode.some(rule => overrode.some(one => one === rule)),
  )
  // The last reason given for this text; an earlier one is in the event that it was given with.
  return { text, overrode, reason: reasons.at(-1)?.reason ?? '', asked }
}
