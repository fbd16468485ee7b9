import type { Millis } from '../../lib/time'
import type { NoiseRuleId } from '../ids'
import { type AlertFacts, nameKey } from './facts'
import { type AlertTest, compileMatcher, type NoiseMatcher } from './matcher'

/** What a suppression rule hides. Each field that is set must match; null: any. At least one is set. */
export interface NoiseMatch {
  /** Id of one group. */
  readonly group: string | null
  readonly service: string | null
  /** A part of the title, whatever its case. */
  readonly title: string | null
  readonly labels: Readonly<Record<string, string>>
  /** All must hold. Absent in rules of before there were any. */
  readonly matchers?: readonly NoiseMatcher[] | undefined
}

/** A person's statement that something is noise, until when and why. Rules are never forgotten, only ended. */
export interface NoiseRule {
  readonly id: NoiseRuleId
  readonly match: NoiseMatch
  readonly reason: string
  readonly setBy: string
  readonly setAt: Millis
  /** Null: until a person ends it. */
  readonly until: Millis | null
  readonly endedAt: Millis | null
  readonly endedBy: string | null
  /** The one whose place it took; absent: it was new. */
  readonly replaces?: NoiseRuleId | undefined
  /** [AG15] The one that took its place; absent: none did. */
  readonly replacedBy?: NoiseRuleId | undefined
}

export function isActive({ until, endedAt }: NoiseRule, now: Millis): boolean {
  return endedAt === null && (until === null || now < until)
}

/** Whether a rule matches an alert of a group. */
export type NoiseTest = (alert: AlertFacts, group: string | undefined) => boolean

/** [AG8] The test of what a rule hides, made once for all alerts. One that cannot be read hides nothing. */
export function compileMatch({ group, service, title, labels, matchers = [] }: NoiseMatch): NoiseTest {
  const tests: AlertTest[] = []
  const [serviceKey, titlePart] = [nameKey(service), title?.toLowerCase() ?? '']
  if (service !== null) tests.push(alert => nameKey(alert.service) === serviceKey)
  if (title !== null) tests.push(alert => alert.title.toLowerCase().includes(titlePart))
  for (const [name, value] of Object.entries(labels)) tests.push(alert => alert.labels?.[name] === value)
  for (const matcher of matchers) {
    const test = compileMatcher(matcher)
    tests.push(test.ok ? test.value : () => false)
  }
  return (alert, stands) => (group === null || group === stands) && tests.every(test => test(alert))
}
