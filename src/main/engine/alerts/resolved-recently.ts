import { MINUTE, type Millis } from '../../../shared/lib/time'

/** [AG10] How long a resolved alert stays in its group, so that a group does not fall apart while a person reads it. */
export const RESOLVED_STAYS: Millis = 30 * MINUTE

/** Alerts that cleared a short time ago, the first of them first. */
export interface ResolvedRecently {
  note(id: string, clearedAt: Millis | null): void
  /** Ids of those whose time is over; they are forgotten here. */
  takeExpired(now: Millis): readonly string[]
}

export function resolvedRecently(): ResolvedRecently {
  // A Map iterates in the order in which its keys were set: one that resolves again moves to the end.
  const since = new Map<string, Millis>()
  return {
    note(id, clearedAt) {
      since.delete(id)
      if (clearedAt !== null) since.set(id, clearedAt)
    },
    takeExpired(now) {
      const expired: string[] = []
      for (const [id, clearedAt] of since) {
        if (now - clearedAt < RESOLVED_STAYS) break
        expired.push(id)
        since.delete(id)
      }
      return expired
    },
  }
}
