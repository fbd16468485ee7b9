import * as z from 'zod/mini'
import { nameKey } from '../../../shared/domain/alerts/facts'
import type { PublicService } from '../../../shared/domain/public-names'
import type { Reply } from '../../../shared/lib/reply'
import { schemaFlaw } from '../../../shared/lib/schema-flaw'
import { type FileFlaw, readYaml } from '../guards/yaml-text'

/** A name of a service or component, or a page's id: one line. */
const word = z.string().check(z.trim(), z.minLength(1), z.maxLength(120), z.regex(/^[^\n⟦⟧]*$/, 'input-one-line'))

const fileSchema = z.strictObject({
  services: z
    .array(z.strictObject({ id: word, name: word, components: z._default(z.array(word).check(z.maxLength(50)), []) }))
    .check(z.maxLength(2_000), eachOnce()),
})

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
export function readServices(text: string): Reply<readonly PublicService[], FileFlaw> {
  const read = readYaml(text, fileSchema, { services: [] })
  return read.ok ? { ok: true, value: read.value.services } : read
}
