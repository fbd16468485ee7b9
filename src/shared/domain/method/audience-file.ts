import * as z from 'zod/mini'
import { schemaFlaw } from '../../lib/schema-flaw'
import { followings } from '../audience-matrix'
import { personKey } from '../people'
import { bySeverity, itemsOf, keyField, minutesField, textField } from './method-fields'

/** Also part of what a message's audience is called in the record. */
const nameField = textField.check(z.maxLength(80))

const rhythm = z.union([minutesField, z.enum(followings)], { error: 'input-audience-rhythm' })
const pace = z.union(
  [
    z.enum(['with every customer update', 'as it happens', 'never']),
    z.strictObject({ first: z.union([minutesField, z.literal('at once')]), next: rhythm }),
  ],
  { error: 'input-audience-pace' },
)

const row = z.strictObject({
  ...{ id: keyField, name: nameField, needs: textField },
  as: z.optional(z.enum(['customers', 'colleagues'])),
  channels: z.readonly(z.array(nameField).check(z.maxLength(20))),
  cadence: z.optional(bySeverity(pace)),
})

/** [AU1] The matrix of audiences, as its file and the settings have it. */
export const audienceFile = z
  .strictObject({ follow: minutesField, audiences: z.readonly(itemsOf(row).check(z.maxLength(40))) })
  .check(z.check(({ value: { audiences }, issues }) => void issues.push(...flawsOf(audiences))))

function flawsOf(audiences: readonly z.output<typeof row>[]) {
  const seen = new Set<string>()
  const flaws = audiences.flatMap(({ name, as, cadence }, at) => {
    const keys = [personKey(name), ...(as === undefined ? [] : [`as ${as}`])]
    const twice = keys.some(key => seen.has(key))
    for (const key of keys) seen.add(key)
    return [
      ...(twice ? [schemaFlaw(['audiences', at, 'name'], 'input-there-twice', audiences)] : []),
      // [AU1] Customers hear at the pace of the severity levels, and of everybody else the matrix says it.
      ...(as === 'customers' && cadence !== undefined
        ? [schemaFlaw(['audiences', at, 'cadence'], 'input-customers-cadence', audiences)]
        : []),
      ...(as !== 'customers' && cadence === undefined
        ? [schemaFlaw(['audiences', at], 'input-no-cadence', audiences)]
        : []),
    ]
  })
  const named = audiences.some(({ as }) => as === 'customers')
  return named ? flaws : [...flaws, schemaFlaw(['audiences'], 'input-no-customers', audiences)]
}
