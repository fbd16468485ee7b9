import * as z from 'zod/mini'
import { matcherSigns } from '../domain/alerts/matcher'
import type { NoiseRuleId } from '../domain/ids'
import { idField, instant } from './fields'

/** What a rule hides, as it was when it was set: what could not be read of it then was refused then. */
export const storedMatchField = z.object({
  group: z.nullable(z.string()),
  service: z.nullable(z.string()),
  title: z.nullable(z.string()),
  labels: z.record(z.string(), z.string()),
  matchers: z.optional(
    z.readonly(z.array(z.object({ label: z.string(), sign: z.enum(matcherSigns), value: z.string() }))),
  ),
})

/** What a person says of a rule when they set it. */
export const setRuleFields = {
  rule: idField<NoiseRuleId>(),
  match: storedMatchField,
  reason: z.string(),
  until: z.nullable(instant),
}
