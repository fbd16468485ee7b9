import { MINUTE, type Millis } from '../../../shared/lib/time'

/** [AG10] So long a cleared alert stays in its group, so that a group does not fall apart while it is looked at. */
export const RESOLVED_STAYS: Millis = 30 * MINUTE

/** Alerts that cleared a short time ago, the first of them first. */
export interface ResolvedRecently {
  note(id: string, clearedAt: Millis | null): void
  /** Ids of those whose time is over; they are forgotten here. */
  takeExpired(now: Millis): readonly string[]
}

export function resolvedRecently(): ResolvedRecently {
  // A Map keeps the order in which its keys came: one that clears again goes to the end.
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
