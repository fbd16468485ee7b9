import * as z from 'zod/mini'
import { panelMeaningField } from '../../shared/contract/inputs/metrics'
import { cellTests, groupFigures, type PanelStep, stepOperators } from '../../shared/contract/panel-steps'
import { panelUnits } from '../../shared/contract/panel-units'
import { panelFigures } from '../../shared/domain/figure'
import type { ConnectionId } from '../../shared/domain/ids'
import { codedValueField } from '../../shared/events/coded-field'
import { idField } from '../../shared/events/fields'

/** A chart as it is in config.json. */

export const label = z.string().check(z.trim(), z.minLength(1), z.maxLength(255))
const short = z.string().check(z.maxLength(500))
const some = z.array(short).check(z.maxLength(200))
const figure = z.enum(panelFigures)
/** Behind more digits there is only what a computer left over. */
const MOST_DECIMALS = 10

const names = z.object({ by: z.literal('names'), names: some, except: z.optional(z.literal(true)) })
const pattern = z.object({
  by: z.literal('pattern'),
  pattern: short.check(z.refine(isPattern, 'input-regular-expression')),
  flags: z.string().check(z.regex(/^[imsu]*$/)),
})
const what = z.union([names, pattern])

const operand = z.union([z.object({ field: short }), z.object({ number: z.number() })])
const groupColumn = z.object({ column: short, figure: z.enum([...panelFigures, ...groupFigures]), name: short })
const cellTest = z.object({ column: short, is: z.enum(cellTests), to: short, upTo: z.optional(short) })

const step: z.ZodMiniType<PanelStep> = z.union([
  z.object({ do: z.literal('rename'), what, to: short, whole: z.optional(z.literal(true)) }),
  z.object({ do: z.enum(['keep', 'drop']), what }),
  z.object({ do: z.literal('unit'), what, unit: z.enum(panelUnits) }),
  z.object({ do: z.literal('order'), names: some }),
  z.object({ do: z.literal('combine'), figure, name: short, alone: z.boolean(), of: z.optional(some) }),
  z.object({
    do: z.literal('compute'),
    name: short,
    left: operand,
    operator: z.enum(stepOperators),
    right: operand,
    alone: z.boolean(),
  }),
  z.object({ do: z.literal('join'), by: z.nullable(short), inner: z.optional(z.literal(true)) }),
  z.object({ do: z.literal('group'), by: some, columns: z.array(groupColumn).check(z.maxLength(100)) }),
  z.object({
    do: z.literal('filter'),
    keep: z.boolean(),
    all: z.boolean(),
    tests: z.array(cellTest).check(z.maxLength(50)),
  }),
  z.object({ do: z.literal('reduce'), figures: z.array(figure).check(z.maxLength(10)) }),
  z.object({ do: z.literal('sort'), by: short, descending: z.boolean() }),
  z.object({ do: z.literal('limit'), count: z.number() }),
])

const query = z.object({
  legend: z.string().check(z.maxLength(255)),
  expr: z.string().check(z.maxLength(20_000)),
  ref: z.optional(z.string().check(z.maxLength(40))),
  datasourceUid: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
  raw: z.optional(z.string().check(z.maxLength(20_000))),
})

export const panelField = z.object({
  id: z.string().check(z.regex(/^[\w.:-]{1,128}$/, 'input-id')),
  title: label,
  unit: z.enum(panelUnits),
  thresholds: z._default(
    z
      .array(z.object({ at: z.number(), level: z.enum(['warning', 'critical']), low: z.optional(z.literal(true)) }))
      .check(z.maxLength(10)),
    [],
  ),
  connection: idField<ConnectionId>(),
  datasourceUid: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
  fallback: z.optional(idField<ConnectionId>()),
  queries: z
    .array(query.check(z.refine(({ expr, raw }) => expr !== '' || raw !== undefined, 'input-asks-nothing')))
    .check(z.minLength(1), z.maxLength(50)),
  shown: z.optional(z.enum(['table', 'names'])),
  steps: z.optional(z.array(step).check(z.maxLength(100))),
  figure: z.optional(figure),
  means: z.optional(panelMeaningField),
  decimals: z.optional(z.int().check(z.minimum(0), z.maximum(MOST_DECIMALS))),
  from: z.optional(short),
  url: z.optional(z.string().check(z.maxLength(2_000), z.regex(/^https?:\/\//))),
  notes: z.optional(z.array(short).check(z.maxLength(50))),
  codedNotes: z.optional(z.array(codedValueField).check(z.maxLength(50))),
})

function isPattern(text: string): boolean {
  try {
    new RegExp(text)
    return true
  } catch {
    return false // the refusal says what the field must be
  }
}
