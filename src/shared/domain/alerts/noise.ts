import type { Millis } from '../../lib/time'
import type { NoiseRuleId } from '../ids'
import { type AlertFacts, nameKey } from './facts'

/** What a noise rule hides. Each field that is set must fit; null: any. At least one is set. */
export interface NoiseMatch {
  /** Id of one group. */
  readonly group: string | null
  readonly service: string | null
  /** A part of the title, whatever its case. */
  readonly title: string | null
  readonly labels: Readonly<Record<string, string>>
}

/** A person's word that something is noise, until when and why. Rules are never forgotten, only ended. */
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
}

export function isActive({ until, endedAt }: NoiseRule, now: Millis): boolean {
  return endedAt === null && (until === null || now < until)
}

/**
 * [AG8] The first of the rules that hides a group, or undefined. A rule hides a group only when it fits every open
 * alert in it: one alert of another kind brings all of it back to the screen.
 */
export function hiddenBy(
  group: string,
  open: readonly AlertFacts[],
  rules: readonly NoiseRule[],
  now: Millis,
): NoiseRule | undefined {
  return rules.find(rule => isActive(rule, now) && fitsGroup(rule.match, group, open))
}

function fitsGroup(match: NoiseMatch, group: string, open: readonly AlertFacts[]): boolean {
  if (match.group !== null && match.group !== group) return false
  return open.every(alert => fits(match, alert))
}

function fits({ service, title, labels }: NoiseMatch, alert: AlertFacts): boolean {
  if (service !== null && nameKey(service) !== nameKey(alert.service)) return false
  if (title !== null && !alert.title.toLowerCase().includes(title.toLowerCase())) return false
  return Object.entries(labels).every(([name, value]) => alert.labels?.[name] === value)
}
