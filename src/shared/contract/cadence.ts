import * as z from 'zod/mini'
import { LONGEST_CADENCE } from '../domain/cadence'

const minutes = z.number().check(z.int(), z.gte(1), z.lte(LONGEST_CADENCE))
const orNever = z.nullable(minutes)
const fromStartOrNever = z.nullable(z.number().check(z.int(), z.gte(0), z.lte(LONGEST_CADENCE)))

/** [SE7] What a client sends and `config.json` has in place of the method's cadence: by severity, and only what differs. */
export const cadenceField = z.object({
  checkpointMinutes: z.optional(bySeverity(orNever)),
  firstUpdateMinutes: z.optional(bySeverity(fromStartOrNever)),
  updateMinutes: z.optional(bySeverity(orNever)),
})

function bySeverity<Field extends z.ZodMiniType>(field: Field) {
  const one = z.optional(field)
  return z.object({ 'SEV-1': one, 'SEV-2': one, 'SEV-3': one, 'SEV-4': one })
}
