import * as z from 'zod/mini'
import type { CodedValue } from '../domain/coded'

/** [FA3] A stored value of a reason. Its codes are not checked here: those of another version stay. */
export const codedValueField: z.ZodMiniType<CodedValue> = z.union([
  z.string(),
  z.number(),
  z.object({
    code: z.string(),
    values: z.optional(
      z.record(
        z.string(),
        z.lazy(() => codedValueField),
      ),
    ),
  }),
])

/** Fields of a reason that is stored beside its English. */
export const codedFields = {
  code: z.optional(z.string()),
  values: z.optional(z.record(z.string(), codedValueField)),
}
