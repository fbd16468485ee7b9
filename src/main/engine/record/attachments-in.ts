import type { RawRow } from '../storage/raw-row'

/** Hashes of the pictures that lines name. A body that cannot be read names none. */
export function attachmentsIn(rows: readonly Pick<RawRow, 'kind' | 'body'>[]): ReadonlySet<string> {
  const hashes = new Set<string>()
  for (const { kind, body } of rows) {
    if (kind !== 'entry-added' || !body.includes('"attachments"')) continue
    for (const hash of namedIn(body)) hashes.add(hash)
  }
  return hashes
}

function namedIn(body: string): readonly string[] {
  try {
    const { attachments } = JSON.parse(body) as { readonly attachments?: unknown }
    if (!Array.isArray(attachments)) return []
    return attachments.flatMap((one: { readonly hash?: unknown } | null) => {
      const hash = one?.hash
      return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? [hash] : []
    })
  } catch {
    // It is held as unparseable where it is taken.
    return []
  }
}
