import * as z from 'zod/mini'
import type { EventId } from '../domain/ids'
import {
  type FigureWords,
  figureNames,
  isFigure,
  LARGEST_FIGURE,
  LONGEST_FIGURE_SOURCE,
  lastSaid,
  slaStates,
} from '../domain/impact-figures'
import { MINUTE } from '../lib/time'
import { numberText, t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField, instant } from './fields'
import { automaticLine, withMore } from './line'
import { dueClock } from './strategy-fields'

export const figureFields = {
  figure: z.enum(figureNames),
  value: z.nullable(z.union([z.number().check(z.gte(0), z.lte(LARGEST_FIGURE)), z.enum(slaStates)])),
  currency: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
  since: instant,
  source: z.string().check(z.trim(), z.maxLength(LONGEST_FIGURE_SOURCE)),
  /** The event that had stated it last; null: none had. */
  was: z.nullable(idField<EventId>()),
}

/** [IM11] Revenue that is withdrawn, and what was counted of it until `since` stays; absent: nothing of it was true. */
const counted = z.optional(z.literal(true))

/** [IM1] A person states a figure of the impact, or withdraws it. */
export const figureStated = defineEvent('figure-stated', {
  version: 1,
  body: z.object({ ...figureFields, counted }).check(z.refine(isFigure)),
  withoutTexts: (body, standIn) => ({ ...body, source: body.source && standIn }),
  // [IM3] Of two concurrent statements the second writer did not know the first.
  wish: ({ body: { figure, was } }, { figures }) =>
    (lastSaid(figures.figuresStated, figure)?.key ?? null) === was ? undefined : 'figure-changed',
  line: event =>
    automaticLine(event, 'status', () => {
      const { figure, source, since, value, counted } = event.body
      const { names, stated, since: from, withdrawn, withdrawnFromNow } = texts.figureLines
      if (value === null) return withMore(t(counted ? withdrawnFromNow : withdrawn, { name: names[figure] }), source)
      const said = t(stated, { name: names[figure], value: figureText(event.body) })
      return withMore(event.at - since < MINUTE ? said : t(from, { said, time: dueClock(since) }), source)
    }),
})

/** `34 %`, `4,300`, `US$12,000/h`, `at risk`; empty where it is withdrawn. */
export function figureText({ figure, value, currency }: Pick<FigureWords, 'figure' | 'value' | 'currency'>): string {
  if (value === null) return ''
  const { sla, share, perHour } = texts.figureLines
  if (typeof value === 'string') return sla[value]
  if (figure === 'users-share') return t(share, { value: numberText(value) })
  return currency === null ? numberText(value) : t(perHour, { amount: moneyText(value, currency) })
}

/** `US$12,000`, `€1.2m`: cents matter to nobody here. */
export function moneyText(amount: number, currency: string): string {
  const isLarge = amount >= 1_000_000
  const digits = isLarge ? { notation: 'compact' as const, maximumFractionDigits: 1 } : { maximumFractionDigits: 0 }
  return new Intl.NumberFormat(texts.language, { style: 'currency', currency, ...digits }).format(amount)
}
