import type { HandoffGap } from '../domain/handoff-gap'
import type { CheckName } from '../domain/handoff-gaps'
import { isRole } from '../domain/people'
import type { Millis } from '../lib/time'
import { listText, t, tCount } from '../texts/t'
import type { Texts } from '../texts/texts'

/** `name` says what is missing, `advice` what to do about it. */
export interface GapText {
  readonly name: string
  readonly advice: string
}

/** [HG1] A gap in the language of `texts`: the view's, or the document's. `span` writes how late something is. */
export function gapText(gap: HandoffGap, texts: Texts['handoffGaps'], span: (span: Millis) => string): GapText {
  switch (gap.kind) {
    case 'empty-role': {
      const { key, name } = gap.seat
      return isRole(key) ? texts.roles[key] : { ...texts.ownRole, name: t(texts.ownRole.name, { role: name }) }
    }
    case 'checkpoint-overdue':
    case 'update-overdue': {
      const { name, advice } = texts[gap.kind]
      return { name: t(name, { span: span(gap.by) }), advice }
    }
    case 'drafts-left':
    case 'tasks-unowned':
    case 'requests-unknown':
    case 'messages-waiting':
    case 'events-held':
    case 'facts-unread': {
      const { name, advice } = texts[gap.kind]
      return { name: tCount(name, gap.count), advice }
    }
    case 'answers-empty': {
      const { name, advice } = texts[gap.kind]
      return { name: tCount(name, gap.count, { of: gap.of }), advice }
    }
    default:
      return texts[gap.kind]
  }
}

/** [GC1] Which checks were made, or could not be, as a list: "roles, impact and checkpoints". */
export function checkNamesText(checks: readonly CheckName[], texts: Texts['handoffGaps']): string {
  return listText(checks.map(name => texts.checks[name]))
}
