/** The day whose same hour a chart, or a value, is compared with. */
export const baselineDays = ['yesterday', 'last-week'] as const
export type BaselineDay = (typeof baselineDays)[number]
export const daysBefore: Readonly<Record<BaselineDay, number>> = { yesterday: 1, 'last-week': 7 }

/** What a panel may stand for. The first four are what the rules of the method decide a severity by. */
export const panelFacts = ['errors', 'users', 'p95', 'revenue', 'latency', 'resources', 'business'] as const
export type PanelFact = (typeof panelFacts)[number]

/** [GT1] What a pinned panel says of the incident, and which values of it are normal. */
export interface PanelMeaning {
  readonly fact: PanelFact
  /** Null: it is compared with no other day. */
  readonly baseline: BaselineDay | null
  /** Up to so many times its baseline it is normal; of figures that should be high: down to that part of it. */
  readonly times: number
  /** The SLO, in the panel's unit; null: there is none. */
  readonly limit: number | null
}

/** A panel is noisy: half as much again as usual is still as usual. */
export const USUAL_TIMES = 1.5

/** [GT1] Of these less is worse: orders, sign-ins, payments. */
export function isLowBadFact(fact: PanelFact): boolean {
  return fact === 'business'
}
