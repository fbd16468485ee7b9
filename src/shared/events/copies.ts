import * as z from 'zod/mini'
import type { VendorCopy } from '../domain/update'
import { listText, tCount } from '../texts/t'
import { texts } from '../texts/texts'

/** [OB21] The copies of one item that were found at a vendor. */
export const copiesField = z.readonly(z.array(z.object({ externalId: z.string(), url: z.nullable(z.string()) })))

/** Which they are, as a person finds them there: by link where there is one, else by the vendor's id. */
export function copiesText(copies: readonly VendorCopy[]): string {
  const list = listText(copies.map(({ externalId, url }) => url ?? externalId))
  return tCount(texts.requestLines.copies, copies.length, { list })
}
