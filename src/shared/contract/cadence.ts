import * as z from 'zod/mini'
import { LONGEST_CADENCE } from '../domain/cadence'

const minutes = z.number().check(z.int(), z.gte(1), z.lte(LONGEST_CADENCE))
const orNever = z.nullable(minutes)
const fromStartOrNever = z.nullable(z.number().check(z.int(), z.gte(0), z.lte(LONGEST_CADENCE)))

/** A cadence as a client sends it and as `config.json` has it: each severity by name. */
export const cadenceField = z.object({
  checkpointMinutes: bySeverity(orNever),
  firstUpdateMinutes: bySeverity(fromStartOrNever),
  updateMinutes: bySeverity(orNever),
})

function bySeverity<Field extends z.ZodMiniType>(field: Field) {
  return z.object({ 'SEV-1': field, 'SEV-2': field, 'SEV-3': field, 'SEV-4': field })
}
