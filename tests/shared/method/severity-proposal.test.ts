import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  proposeSeverity,
  type SeverityAnswers,
  type SeverityFacts,
} from '../../../src/shared/domain/method/severity-proposal'
import { isRaised, type Severity } from '../../../src/shared/domain/severity'
import { shippedMethod } from '../../support/shipped-method'

const method = shippedMethod().current().method.severity

/** The practice, by question; `undefined`: a reason that decides nothing by itself. */
const practice: readonly (readonly [question: string, answer: string, severity: Severity | undefined])[] = [
  ['users', 'over-half', 'SEV-1'],
  ['users', 'over-tenth', 'SEV-2'],
  ['users', 'critical-group', 'SEV-2'],
  ['users', 'some', 'SEV-3'],
  ['users', 'few', 'SEV-4'],
  ['impaired', 'whole-service', 'SEV-1'],
  ['impaired', 'payments', 'SEV-1'],
  ['impaired', 'data', 'SEV-1'],
  ['impaired', 'major-feature', 'SEV-2'],
  ['impaired', 'much-slower', 'SEV-2'],
  ['impaired', 'region', 'SEV-2'],
  ['impaired', 'replication', 'SEV-2'],
  ['impaired', 'minor-feature', 'SEV-3'],
  ['impaired', 'slow-feature', 'SEV-3'],
  ['impaired', 'internal', 'SEV-4'],
  ['workaround', 'yes', 'SEV-3'],
  ['workaround', 'no', undefined],
  ['revenue', 'over-10000', 'SEV-1'],
  ['revenue', 'over-1000', 'SEV-2'],
  ['revenue', 'under-1000', 'SEV-3'],
  ['revenue', 'none', 'SEV-4'],
  ['sla', 'broken', 'SEV-1'],
  ['sla', 'at-risk', undefined],
  ['sla', 'safe', undefined],
]

/** Facts on both sides of each limit, and the rule that decides; null: none fits. */
const measured: readonly (readonly [facts: SeverityFacts, severity: Severity, rule: string | null])[] = [
  [{ errors: 50.1 }, 'SEV-1', 'errors-50'],
  [{ errors: 50 }, 'SEV-2', 'errors-10'],
  [{ errors: 10 }, 'SEV-3', 'errors-1'],
  [{ errors: 1 }, 'SEV-4', null],
  [{ users: 51 }, 'SEV-1', 'users-50'],
  [{ users: 50 }, 'SEV-2', 'users-10'],
  [{ users: 10 }, 'SEV-3', 'users-1'],
  [{ users: 1 }, 'SEV-4', null],
  [{ revenue: 10_001 }, 'SEV-1', 'revenue-10000'],
  [{ revenue: 10_000 }, 'SEV-2', 'revenue-1000'],
  [{ revenue: 1_000 }, 'SEV-4', null],
  [{ p95: 3.1 }, 'SEV-2', 'p95-3'],
  [{ p95: 3 }, 'SEV-4', null],
  [{ sla: true }, 'SEV-1', 'sla-broken'],
  [{ sla: false }, 'SEV-4', null],
  [{ 'part-out': true }, 'SEV-3', 'part-out'],
  [{ errors: 12, users: 60, p95: 9 }, 'SEV-1', 'users-50'],
  [{ errors: 0, 'part-out': true }, 'SEV-3', 'part-out'],
]

describe('[MP1] of the method that ships', () => {
  it('each answer is in the table', () => {
    const shipped = method.questions.flatMap(({ id, answers }) =>
      answers.map(answer => [id, answer.id, answer.severity]),
    )
    expect(practice).toEqual(shipped)
    expect(method.questions).toHaveLength(5)
  })

  it('each rule is in the table', () => {
    const rules = new Set(measured.flatMap(([, , rule]) => rule ?? []))
    expect([...rules].sort()).toEqual(method.rules.map(({ id }) => id).sort())
  })

  it.each(practice)('%s: %s alone proposes %s', (question, answer, severity) => {
    const { severity: proposed, decidedBy, reasons, inDoubtBetween } = proposeSeverity(method, { [question]: answer })
    expect(proposed).toBe(severity ?? 'SEV-2')
    expect(reasons).toHaveLength(1)
    expect(decidedBy).toEqual(severity === undefined ? 'unknown' : reasons[0])
    expect(inDoubtBetween).toBeUndefined()
  })

  it.each(measured)('%o proposes %s by %s', (facts, severity, rule) => {
    const { severity: proposed, decidedBy } = proposeSeverity(method, {}, facts)
    expect(proposed).toBe(severity)
    expect(decidedBy).toMatchObject(rule === null ? { kind: 'no-rule' } : { kind: 'rule', rule: { id: rule } })
  })

  it('nothing known is what the method says of the unknown, and is no reason', () => {
    expect(proposeSeverity(method, {})).toEqual({ severity: 'SEV-2', reasons: [], decidedBy: 'unknown' })
    expect(proposeSeverity({ ...method, unknown: 'SEV-3' }, {}).severity).toBe('SEV-3')
  })
})

describe('[MP1] between severities the more severe one counts, and the proposal says so', () => {
  it('of answers', () => {
    const answers = { users: 'some', impaired: 'payments', workaround: 'no', revenue: 'over-1000' }
    const { severity, reasons, decidedBy, inDoubtBetween } = proposeSeverity(method, answers)
    expect(severity).toBe('SEV-1')
    expect(reasons.map(reason => reason.severity)).toEqual(['SEV-1', 'SEV-2', 'SEV-3', undefined])
    expect(decidedBy).toMatchObject({ asks: 'What is impaired?', text: 'Payments' })
    expect(inDoubtBetween).toEqual(['SEV-1', 'SEV-2'])
  })

  it.each<[string, SeverityAnswers, SeverityFacts, string]>([
    ['the metrics, where they are worse', { users: 'some' }, { errors: 60 }, 'rule'],
    ['the answers, where they are worse', { impaired: 'data' }, { errors: 0 }, 'answer'],
  ])('%s', (_, answers, facts, kind) => {
    const { severity, decidedBy, inDoubtBetween } = proposeSeverity(method, answers, facts)
    expect(severity).toBe('SEV-1')
    expect(decidedBy).toMatchObject({ kind })
    expect(inDoubtBetween?.[0]).toBe('SEV-1')
  })

  it('of answers that agree the first question’s is what decided, without a doubt', () => {
    const { decidedBy, inDoubtBetween } = proposeSeverity(method, { sla: 'broken', users: 'over-half' })
    expect(decidedBy).toMatchObject({ text: 'More than 50 %' })
    expect(inDoubtBetween).toBeUndefined()
  })

  it('an answer and a question that the method no longer has count for nothing', () => {
    expect(proposeSeverity(method, { users: 'gone', weather: 'bad' }).decidedBy).toBe('unknown')
  })
})

/** Any answers to some of the questions, in any order. */
const someAnswers = fc
  .tuple(...method.questions.map(({ id, answers }) => fc.tuple(fc.constant(id), fc.constantFrom(...answers))))
  .chain(all => fc.shuffledSubarray(all))
const given = (answers: readonly (readonly [string, { readonly id: string }])[]): SeverityAnswers =>
  Object.fromEntries(answers.map(([question, { id }]) => [question, id]))

describe('[MP1] of any answers', () => {
  it('more of them never lower the proposal once one points to a severity', () => {
    fc.assert(
      fc.property(someAnswers, fc.nat(5), (answers, cut) => {
        const before = proposeSeverity(method, given(answers.slice(0, cut)))
        fc.pre(before.decidedBy !== 'unknown')
        expect(isRaised(proposeSeverity(method, given(answers)).severity, before.severity)).toBe(false)
      }),
    )
  })

  it('their order does not matter', () => {
    fc.assert(
      fc.property(
        someAnswers.chain(answers =>
          fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers, { minLength: answers.length })),
        ),
        ([answers, shuffled]) => {
          expect(proposeSeverity(method, given(shuffled))).toEqual(proposeSeverity(method, given(answers)))
        },
      ),
    )
  })
})
