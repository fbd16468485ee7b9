import { HOUR, type Millis } from '../lib/time'
import { type FigureName, type FigureStatement, figureNames, statedNow } from './impact-figures'
import type { Milestones } from './incident'
import { type FactNow, worstOfFact } from './method/facts-now'
import type { SeverityFacts } from './method/severity-proposal'
import type { TimesKept } from './milestone'

/** [IM6] Which figures a panel may measure, and as what. */
const measuredAs: Readonly<Partial<Record<FigureName, FactNow['fact']>>> = {
  'users-share': 'users',
  revenue: 'revenue',
}

/** [IM6] What panels say of a figure: the worst of those of now, else the newest that is old; undefined: none says anything. */
export function liveFigure(facts: readonly FactNow[], figure: FigureName): FactNow | undefined {
  const fact = measuredAs[figure]
  if (fact === undefined) return undefined
  const old = facts.filter(one => one.fact === fact && one.value !== null && one.at !== null)
  return worstOfFact(facts, fact) ?? old.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))[0]
}

/** Rules of the method count money in it. */
const RULES_CURRENCY = 'USD'

/** [IM10] Which statement a rule may decide by, by the fact that it asks for. */
export function statementFor(statements: readonly FigureStatement[], fact: keyof SeverityFacts) {
  if (fact === 'users') return statedNow(statements, 'users-share')
  const stated = fact === 'revenue' || fact === 'sla' ? statedNow(statements, fact) : undefined
  const decides = fact === 'revenue' ? stated?.currency === RULES_CURRENCY : stated?.value === 'broken'
  return decides ? stated : undefined
}

/** [IM10] What is stated of what rules decide by. An SLA that is not broken decides nothing. */
export function statedFacts(statements: readonly FigureStatement[]): SeverityFacts {
  const [users, revenue] = (['users', 'revenue'] as const).map(fact => statementFor(statements, fact)?.value)
  return {
    ...(typeof users === 'number' && { users }),
    ...(typeof revenue === 'number' && { revenue }),
    ...(statementFor(statements, 'sla') !== undefined && { sla: true }),
  }
}

export interface FigureNow {
  readonly figure: FigureName
  readonly live: FactNow | undefined
  readonly stated: FigureStatement | undefined
}

/** [IM6] What is known of each figure; unknown ones are left out. */
export function figuresNow(statements: readonly FigureStatement[], facts: readonly FactNow[]): readonly FigureNow[] {
  return figureNames
    .map(figure => ({ figure, live: liveFigure(facts, figure), stated: statedNow(statements, figure) }))
    .filter(({ live, stated }) => live !== undefined || stated !== undefined)
}

export interface LostSoFar {
  /** By currency, never one sum over several. */
  readonly amounts: readonly { readonly currency: string; readonly amount: number }[]
  /** For how long a rate was stated. */
  readonly span: Millis
}

interface Rate {
  readonly from: Millis
  readonly to: Millis
  readonly perHour: number
  readonly currency: string
}

/**
 * [IM4] Money lost up to `end`: each stated rate times the span for which it holds. A statement holds from its `since`
 * on, and replaces earlier statements about that time.
 */
export function lostSoFar(statements: readonly FigureStatement[], end: Millis): LostSoFar | undefined {
  let rates: readonly Rate[] = []
  for (const { figure, value, currency, since } of statements) {
    if (figure !== 'revenue') continue
    rates = rates.flatMap(rate => (rate.from < since ? { ...rate, to: Math.min(rate.to, since) } : []))
    if (typeof value === 'number' && currency !== null && since < end)
      rates = [...rates, { from: since, to: end, perHour: value, currency }]
  }
  if (rates.length === 0) return undefined
  const amounts = new Map<string, number>()
  for (const { from, to, perHour, currency } of rates)
    amounts.set(currency, (amounts.get(currency) ?? 0) + perHour * ((to - from) / HOUR))
  return {
    amounts: [...amounts].map(([currency, amount]) => ({ currency, amount })),
    span: rates.reduce((sum, { from, to }) => sum + to - from, 0),
  }
}

/** [IM5] When customers no longer felt it, as far as it is known; null: they still do. A calm that did not last is no end. */
export function impactEnd({
  ended,
  timesKept: { mitigated, reopened },
  calmSince,
}: Pick<Milestones, 'ended'> & Pick<TimesKept, 'timesKept' | 'calmSince'>): Millis | null {
  if (ended !== null) return ended.at
  const isStated = mitigated?.from === 'person' && (reopened === undefined || reopened.at < mitigated.at)
  return isStated ? mitigated.at : calmSince
}

/** [IM5] For how long customers felt it; null: not stated since when. */
export function impactTime(incident: Parameters<typeof impactEnd>[0], now: Millis): Millis | null {
  const { started } = incident.timesKept
  return started === undefined ? null : Math.max(0, (impactEnd(incident) ?? now) - started.at)
}
