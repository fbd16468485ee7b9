import * as z from 'zod/mini'
import type { KeptPanelFacts } from '../../../../shared/contract/telemetry'
import type { IncidentId } from '../../../../shared/domain/ids'
import { type KeptPoints, keptBounds, MOST_POINTS } from '../../../../shared/domain/kept-samples'
import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import type { ReadableDb } from '../../storage/database'
import { readTelemetry } from '../../storage/telemetry'
import { keptFactsField, keptStepField, type StoredPanel } from '../../storage/telemetry-fields'

const pointFields = {
  times: z.array(z.number().check(z.gte(0), z.lte(8.64e15))).check(z.maxLength(MOST_POINTS)),
  values: z.array(z.nullable(z.number())).check(z.maxLength(MOST_POINTS)),
}

const fileField = z.strictObject({
  format: z.literal('quarterdeck-telemetry'),
  version: z.literal(1),
  panels: z
    .array(
      z.strictObject({
        panel: z.string().check(z.minLength(1), z.maxLength(1_000)),
        facts: keptFactsField as z.ZodMiniType<KeptPanelFacts, KeptPanelFacts>,
        lines: z
          .array(
            z.strictObject({
              older: z.strictObject({ ...pointFields, step: keptStepField() }),
              recent: z.strictObject(pointFields),
            }),
          )
          .check(z.maxLength(keptBounds.lines)),
      }),
    )
    .check(z.maxLength(keptBounds.allPanels)),
})

/** [KT7] What a bundle has of the panels; undefined: nothing is kept of them. */
export function telemetryText(db: ReadableDb, incident: IncidentId): string | undefined {
  // By their names, whoever kept them: two machines that have the same write the same.
  const stored = readTelemetry(db, incident).toSorted((a, b) => (a.panel < b.panel ? -1 : 1))
  if (stored.length === 0) return undefined
  const panels = stored.map(({ panel, facts, lines }) => ({
    ...{ panel, facts },
    lines: lines.map(({ older, recent }) => ({
      older: { ...plain(older), step: older.step },
      recent: plain(recent),
    })),
  }))
  return JSON.stringify({ format: 'quarterdeck-telemetry', version: 1, panels })
}

function plain({ times, values }: KeptPoints) {
  return { times: [...times], values: Array.from(values, value => (Number.isFinite(value) ? value : null)) }
}

/** [KT7] What a stranger's file says of panels, within our bounds. A fault: it is none of ours. */
export function telemetryIn(content: Buffer | undefined): Reply<readonly StoredPanel[], null> {
  if (content === undefined) return ok([])
  const parsed = fileField.safeParse(jsonOf(content))
  if (!parsed.success) return fail(null)
  const { panels } = parsed.data
  if (new Set(panels.map(({ panel }) => panel)).size !== panels.length) return fail(null)
  const isWhole = panels.every(
    ({ facts, lines }) =>
      facts.lines.length === lines.length &&
      lines.every(
        ({ older, recent }) => isRising([...older.times, ...recent.times]) && isEven(older) && isEven(recent),
      ),
  )
  if (!isWhole) return fail(null)
  return ok(
    panels.map(({ panel, facts, lines }) => ({
      ...{ panel, here: false, facts },
      lines: lines.map(({ older, recent }) => ({
        older: { ...packed(older), step: older.step },
        recent: packed(recent),
      })),
    })),
  )
}

interface PlainPoints {
  readonly times: readonly number[]
  readonly values: readonly (number | null)[]
}

function isEven({ times, values }: PlainPoints): boolean {
  return times.length === values.length
}

function isRising(times: readonly number[]): boolean {
  return times.every((time, at) => at === 0 || time > (times[at - 1] ?? 0))
}

function packed({ times, values }: PlainPoints): KeptPoints {
  return { times: Float64Array.from(times), values: Float64Array.from(values, value => value ?? Number.NaN) }
}

function jsonOf(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch {
    // No JSON fits the parser.
    return undefined
  }
}
