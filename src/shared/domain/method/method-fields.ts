import * as z from 'zod/mini'
import { schemaFlaw } from '../../lib/schema-flaw'
import { LONGEST_CADENCE } from '../cadence'
import { severities } from '../severity'

/** What a person reads: one line in any script. */
export const textField = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(200), z.regex(/^[^\p{Cc}\u2028\u2029⟦⟧]*$/u, 'input-one-line'))

/** The id by which an incident's log and other files refer to something: unchanged when its text is reworded. */
export const keyField = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'input-method-id'))

export const severityKey = z.enum(severities)

export const minutesField = z.number().check(z.int(), z.gte(1), z.lte(LONGEST_CADENCE))

/** Something of each level. */
export function bySeverity<Field extends z.ZodMiniType>(field: Field) {
  return z.strictObject({ 'SEV-1': field, 'SEV-2': field, 'SEV-3': field, 'SEV-4': field })
}

export const minutesOrNever = z.union([minutesField, z.literal('never')], { error: 'input-minutes-or-never' })

/** What a list of the method consists of. */
export const itemField = z.strictObject({ id: keyField, text: textField })

export function itemsOf<Field extends z.ZodMiniType<{ readonly id: string }, unknown>>(field: Field) {
  return z.array(field).check(z.minLength(1), z.maxLength(100), uniqueIds())
}

/** Each id once; the second of two is the mistake. */
export function uniqueIds<Item extends { readonly id: string }>() {
  return z.check<readonly Item[]>(({ value, issues }) => {
    const seen = new Set<string>()
    for (const [at, { id }] of value.entries()) {
      if (seen.has(id)) issues.push(schemaFlaw([at, 'id'], 'input-there-twice', value))
      seen.add(id)
    }
  })
}
