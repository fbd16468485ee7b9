import * as z from 'zod/mini'
import { nameKey } from '../../../shared/domain/alerts/facts'
import type { CatalogueService } from '../../../shared/domain/service-catalogue'
import type { Reply } from '../../../shared/lib/reply'
import { schemaFlaw } from '../../../shared/lib/schema-flaw'
import { type FileFlaw, readYaml } from '../guards/yaml-text'

/** A name of a service or component, or a page's id: one line. */
export const serviceWord = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(120), z.regex(/^[^\n⟦⟧]*$/, 'input-one-line'))
const words = (most: number) => z._default(z.array(serviceWord).check(z.maxLength(most)), [])
const links = z._default(
  z
    .array(z.strictObject({ name: serviceWord, url: z.string().check(z.minLength(1), z.maxLength(2_000)) }))
    .check(z.maxLength(20)),
  [],
)
const percent = z.optional(z.number().check(z.gte(0), z.lte(100)))

/** [SY1] */
const service = z.strictObject({
  ...{ id: serviceWord, name: z._default(z.nullable(serviceWord), null), aliases: words(50) },
  owner: z._default(z.nullable(serviceWord), null),
  ...{ dependsOn: words(100), runbooks: links, dashboards: links, panels: words(20), components: words(50) },
  ladder: z._default(z.nullable(serviceWord), null),
  objective: z._default(
    z.nullable(
      z.strictObject({ availability: percent, errors: percent, latency: z.optional(z.number().check(z.gt(0))) }),
    ),
    null,
  ),
})

const fileSchema = z.strictObject({ services: z.array(service).check(z.maxLength(2_000), eachOnce()) })

/** Two spellings of one name are one service, and the second of them is the mistake. */
function eachOnce() {
  return z.check<readonly { readonly id: string }[]>(({ value, issues }) => {
    const seen = new Set<string>()
    for (const [at, { id }] of value.entries()) {
      if (seen.has(nameKey(id))) issues.push(schemaFlaw([at, 'id'], 'input-there-twice', value))
      seen.add(nameKey(id))
    }
  })
}

/** Reads `services.yaml`; the first mistake is named with its place. An empty file has no services. */
export function readServices(text: string): Reply<readonly CatalogueService[], FileFlaw> {
  const read = readYaml(text, fileSchema, { services: [] })
  return read.ok ? { ok: true, value: read.value.services } : read
}
