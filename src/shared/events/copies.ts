import * as z from 'zod/mini'
import type { VendorCopy } from '../domain/update'

/** [OB21] The copies of one item that were found at a vendor. */
export const copiesField = z.readonly(z.array(z.object({ externalId: z.string(), url: z.nullable(z.string()) })))

/** Which they are, as a person finds them there: by link where there is one, else by the vendor's id. */
export function copiesText(copies: readonly VendorCopy[]): string {
  return `${copies.length} copies: ${copies.map(({ externalId, url }) => url ?? externalId).join(', ')}`
}
