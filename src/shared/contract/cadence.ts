import * as z from 'zod/mini'
import { LONGEST_CADENCE } from '../domain/cadence'

const minutes = z.number().check(z.int(), z.gte(1), z.lte(LONGEST_CADENCE))
const orNever = z.nullable(minutes)

/** A cadence as a screen sends it and as `config.json` holds it: each severity by name. */
export const cadenceField = z.object({
  checkpointMinutes: z.object({ 'SEV-1': minutes, 'SEV-2': minutes, 'SEV-3': minutes, 'SEV-4': minutes }),
  firstUpdateMinutes: z.object({ 'SEV-1': orNever, 'SEV-2': orNever, 'SEV-3': orNever, 'SEV-4': orNever }),
  updateMinutes: z.object({ 'SEV-1': orNever, 'SEV-2': orNever, 'SEV-3': orNever, 'SEV-4': orNever }),
})
