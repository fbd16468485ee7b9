import { openSlotRemarks, secretRemarks } from './for-good'
import { internalHostRemarks, ticketRemarks } from './inner-names'
import {
  defaultLintSettings,
  type LintedUpdate,
  type LintFinding,
  type LintLevel,
  type LintRule,
  type LintSettings,
  lintRules,
  type Remark,
} from './lint-finding'
import { type LintSubject, subjectOf } from './lint-rule'
import { readLintText } from './lint-text'
import type { LintWords } from './lint-words'
import { nextUpdateRemarks, repairTimeRemarks, timeRemarks } from './next-update'
import { readingGrade } from './reading-grade'
import { sameAsLastRemarks } from './sameness'
import { languageOf, type TextLanguage } from './text-language'
import { noImpactRemarks, saysResolvedRemarks } from './told-customers'
import {
  blameRemarks,
  emojiRemarks,
  emptyPhraseRemarks,
  exclamationRemarks,
  guessRemarks,
  jargonRemarks,
  longSentenceRemarks,
  vagueUsersRemarks,
} from './tone'

export interface LintReport {
  /** `other`: only the rules that need no language were asked, and the composer says so. */
  readonly language: TextLanguage
  /** In the text's order, title first. */
  readonly findings: readonly LintFinding[]
  readonly grade: number | null
}

type Rule = (subject: LintSubject) => readonly Remark[]

const inAnyLanguage: readonly Rule[] = [
  ...[openSlotRemarks, secretRemarks, internalHostRemarks, ticketRemarks],
  ...[sameAsLastRemarks, exclamationRemarks, emojiRemarks],
]
const inEnglish: readonly Rule[] = [
  ...[noImpactRemarks, saysResolvedRemarks, nextUpdateRemarks, repairTimeRemarks, timeRemarks],
  ...[blameRemarks, guessRemarks, jargonRemarks, longSentenceRemarks, vagueUsersRemarks, emptyPhraseRemarks],
]

const forGood: readonly LintRule[] = ['open-slot', 'secret']
const blocking: readonly LintRule[] = [
  ...(['no-impact', 'says-resolved', 'internal-host', 'ticket-id'] as const),
  ...(['no-next-update', 'past-next-update'] as const),
]

/**
 * Everything that the rules say of an update as it reads now. Pure: the same text, facts and lists have the same findings.
 * @throws never, whatever the text is; a text of 2,000 words takes a few milliseconds
 */
export function lintUpdate(update: LintedUpdate, words: LintWords, settings = defaultLintSettings): LintReport {
  const text = readLintText(update.title, update.body)
  const language = languageOf(text)
  const subject = subjectOf(update, text, words)
  const rules = language === 'en' ? [...inAnyLanguage, ...inEnglish] : inAnyLanguage
  const findings = rules.flatMap(rule => rule(subject)).flatMap(remark => foundBy(remark, text.bodyAt, settings))
  return { language, findings: findings.sort(byPlace), grade: language === 'en' ? readingGrade(text) : null }
}

function foundBy(remark: Remark, bodyAt: number, settings: LintSettings): readonly LintFinding[] {
  const level = remark.level ?? levelOf(remark.rule, settings)
  if (level === undefined) return []
  const { rule, from, to, values = {} } = remark
  const inBody = from >= bodyAt
  const shift = inBody ? bodyAt : 0
  const end = inBody ? to : Math.min(to, Math.max(bodyAt - 2, from))
  return [{ rule, level, field: inBody ? 'body' : 'title', from: from - shift, to: end - shift, values }]
}

/** [LN1] [LN10] */
function levelOf(rule: LintRule, { repairTime }: LintSettings): LintLevel | undefined {
  if (forGood.includes(rule)) return 'for-good'
  if (blocking.includes(rule)) return 'blocks'
  if (rule !== 'repair-time' || repairTime === 'warn') return 'asks'
  return repairTime === 'block' ? 'blocks' : undefined
}

function byPlace(one: LintFinding, other: LintFinding): number {
  if (one.field !== other.field) return one.field === 'title' ? -1 : 1
  return one.from - other.from || lintRules.indexOf(one.rule) - lintRules.indexOf(other.rule)
}
