import * as z from 'zod/mini'
import { schemaFlaw } from '../../lib/schema-flaw'
import { targetNames } from '../milestone'
import { type Severity, severities } from '../severity'
import { bySeverity, itemsOf, keyField, minutesField, minutesOrNever, severityKey, textField } from './method-fields'
import { lowerField, measuredFacts, raiseField } from './severity-triggers'

const level = z
  .strictObject({
    ...{ name: textField, users: textField, revenue: textField },
    typical: z.array(textField).check(z.minLength(1), z.maxLength(20)),
    response: textField,
    ...{ acknowledge: minutesField, firstResponse: minutesField },
    commanderEngaged: z.union([minutesField, z.enum(['at once', 'next business day'])], {
      error: 'input-minutes-at-once-or-next-day',
    }),
    command: textField,
    firstNotice: z.union([minutesField, z.enum(['at the start', 'never'])], { error: 'input-minutes-start-or-never' }),
    customerUpdate: minutesOrNever,
    // [UP11] Files of teams from before it offer none.
    slower: z.optional(z.strictObject({ after: minutesField, customerUpdate: minutesField })),
    review: textField,
  })
  .check(
    z.check(({ value: { slower, customerUpdate }, issues }) => {
      if (slower === undefined || (customerUpdate !== 'never' && slower.customerUpdate > customerUpdate)) return
      issues.push(schemaFlaw(['slower', 'customerUpdate'], 'input-slower-than', slower.customerUpdate))
    }),
  )

const targets = z.array(z.enum(targetNames)).check(
  z.maxLength(targetNames.length),
  z.check(({ value, issues }) => {
    const twice = value.findIndex((name, at) => value.indexOf(name) < at)
    if (twice >= 0) issues.push(schemaFlaw([twice], 'input-there-twice', value))
  }),
)

const answer = z.strictObject({ id: keyField, text: textField, severity: z.optional(severityKey) })
const question = z.strictObject({ id: keyField, asks: textField, answers: itemsOf(answer) })

/** What rules decide by besides what is measured. */
const statedFacts = ['sla', 'part-out'] as const

const limit = z.number().check(z.gte(0), z.lte(1_000_000_000))
const rule = z.discriminatedUnion('fact', [
  z.strictObject({ id: keyField, fact: z.enum(measuredFacts), over: limit, severity: severityKey }),
  z.strictObject({ id: keyField, fact: z.enum(statedFacts), severity: severityKey }),
])
type SeverityRule = z.output<typeof rule>

/** `severity.yaml`: the levels, and how one of them is proposed. */
export const severityFile = z.strictObject({
  levels: bySeverity(level),
  // [RT1] Files of teams from before it ask for none.
  targets: z.optional(targets),
  unknown: severityKey,
  questions: itemsOf(question),
  rules: itemsOf(rule).check(z.check(({ value, issues }) => void issues.push(...ruleFlaws(value)))),
  otherwise: severityKey,
  // [IM12] Files of teams from before it have none.
  downtime: z.optional(textField),
  ...{ raise: itemsOf(raiseField), lower: itemsOf(lowerField) },
})

/** The first rule that fits decides, so one that comes after what covers it would never do. */
function ruleFlaws(rules: readonly SeverityRule[]) {
  return rules.flatMap((one, at) => {
    if ('over' in one && (one.fact === 'errors' || one.fact === 'users') && one.over >= 100)
      return [schemaFlaw([at, 'over'], 'input-over-100-percent', rules)]
    const earlier = rules.slice(0, at)
    const covers = earlier.find(rule => covered(one, rule))
    if (covers !== undefined) return [schemaFlaw([at], 'input-rule-covered', rules, { rule: covers.id })]
    const lower = earlier.find(rule => rank(rule.severity) > rank(one.severity))
    return lower === undefined ? [] : [schemaFlaw([at, 'severity'], 'input-rule-order', rules, { rule: lower.id })]
  })
}

function covered(one: SeverityRule, earlier: SeverityRule): boolean {
  if (one.fact !== earlier.fact) return false
  return !('over' in one && 'over' in earlier) || earlier.over <= one.over
}

function rank(severity: Severity): number {
  return severities.indexOf(severity)
}
