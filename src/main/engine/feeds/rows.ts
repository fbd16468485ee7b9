import type { Millis } from '../../../shared/lib/time'

/** What happened, of all connections, the newest first. */
export function newestFirst<T extends { readonly id: string; readonly at: Millis }>(
  lists: readonly (readonly T[])[],
): readonly T[] {
  return lists.flat().sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
}
