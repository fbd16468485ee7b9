import * as z from 'zod/mini'
import { panelUnits } from '../../../shared/contract/panel-units'
import type { KeptPanelFacts } from '../../../shared/contract/telemetry'
import { panelFigures } from '../../../shared/domain/figure'
import { type KeptParts, type KeptPoints, keptBounds, MOST_POINTS } from '../../../shared/domain/kept-samples'
import { DAY } from '../../../shared/lib/time'

const instant = z.number().check(z.int(), z.gte(0), z.lte(8.64e15))
const unit = z.enum(panelUnits)
const text = z.string().check(z.maxLength(1_000))
const MOST_SPANS = 50

/** What is known of a panel, as this or another machine wrote it. */
export const keptFactsField: z.ZodMiniType<KeptPanelFacts, KeptPanelFacts> = z.strictObject({
  title: text,
  unit,
  thresholds: z
    .array(z.strictObject({ at: z.number(), level: z.enum(['warning', 'critical']), low: z.optional(z.literal(true)) }))
    .check(z.maxLength(50)),
  figure: z.optional(z.enum(panelFigures)),
  decimals: z.optional(z.number().check(z.int(), z.gte(0), z.lte(20))),
  from: z.optional(text),
  pinned: z.array(z.strictObject({ from: instant, to: z.nullable(instant) })).check(z.maxLength(MOST_SPANS)),
  lines: z.array(z.strictObject({ name: text, unit: z.optional(unit) })).check(z.maxLength(keptBounds.lines)),
  leftOut: z.number().check(z.int(), z.gte(0)),
})

const points = { times: z.instanceof(Float64Array), values: z.instanceof(Float64Array) }
const keptParts = z
  .object({ older: z.object({ ...points, step: keptStepField() }), recent: z.object(points) })
  .check(z.refine(({ older, recent }) => isWhole(older) && isWhole(recent)))

/** A panel that comes from another thread. */
export const storedPanelField: z.ZodMiniType<StoredPanel, StoredPanel> = z.object({
  panel: text,
  here: z.boolean(),
  facts: keptFactsField,
  lines: z.array(keptParts).check(z.maxLength(keptBounds.lines)),
})

/** How far apart points are at least: a minute, doubled at most until a year. */
export function keptStepField(): z.ZodMiniType<number, number> {
  return z.number().check(z.int(), z.gte(keptBounds.olderStep), z.lte(366 * DAY))
}

function isWhole({ times, values }: KeptPoints): boolean {
  return times.length === values.length && times.length <= MOST_POINTS
}

/** A panel with all that is kept of it. */
export interface StoredPanel {
  readonly panel: string
  /** This machine keeps it; otherwise a file brought it. */
  readonly here: boolean
  readonly facts: KeptPanelFacts
  /** In the order of the facts' lines. */
  readonly lines: readonly KeptParts[]
}
