import * as z from 'zod/mini'
import type { FaultCode } from '../../../shared/contract/fault-codes'
import type { Millis } from '../../../shared/lib/time'

/** Fields that several vendors' answers have, as schemas. */

export const LONGEST_ID = 500

/** An id that we need: without it rows cannot be distinguished. */
export const idText = z.string().check(z.minLength(1), z.maxLength(LONGEST_ID))
/** Vendors leave optional fields out, or send null: both mean "nothing". */
export const maybeText = z.nullish(z.string())
/** One check per value, and no copy: a storm has a hundred thousand sets, which `z.record` takes apart and rebuilds. */
export const labelSet = z.nullish(z.custom<LabelSet>(isLabelSet, 'flaw-labels' satisfies FaultCode))
/** An instant in ISO 8601 with any offset: compared as instants, never as texts. */
export const isoTime = z
  .string()
  .check(z.refine(text => !Number.isNaN(Date.parse(text)), 'flaw-time' satisfies FaultCode))

/** A list; `null` is how a program written in Go says an empty one. */
export function listOf<S extends z.ZodMiniType>(row: S) {
  return z.pipe(
    z.nullish(z.array(row)),
    z.transform((list): z.output<S>[] => list ?? []),
  )
}

/** An instant that a row can do without: `knownInstant` says what is made of it. */
export const maybeTime = z.nullish(z.unknown())
/** A text that a row can do without, whatever the field contains instead. */
export const looseText = z.catch(maybeText, null)
/** The same of labels: an odd annotation must not cost the alert. */
export const looseLabels = z.catch(labelSet, null)

export type LabelSet = Readonly<Record<string, string>>

export function isLabelSet(value: unknown): value is LabelSet {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every(text => typeof text === 'string')
}

export function instantOf(time: string): Millis {
  return Date.parse(time)
}

/** Nothing that is watched today began before; an unset time of Go is in the year 1, of Java in 1970. */
const EARLIEST = Date.UTC(2000, 0)

/** [AL12] Null: unknown, because nothing is there, or no time, or one that was never set. */
export function knownInstant(time: unknown): Millis | null {
  const instant = typeof time === 'string' ? Date.parse(time) : Number.NaN
  return instant >= EARLIEST ? instant : null
}

/** The address when it is one of the web without a name or password in it; what of it is opened, `outsideAddress` says. */
export function webUrl(text: string | null | undefined): string | null {
  const url = URL.parse(text ?? '')
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  return url.username === '' && url.password === '' ? url.href : null
}
