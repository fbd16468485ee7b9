/** Ids of alerts in the order in which they last changed. */
export interface ChangedRows {
  /** Of the newest change. */
  readonly version: number
  note(alert: string): void
  /**
   * The first `limit` alerts that changed after a version, each with its own. Undefined where that is longer ago than
   * what went since is remembered: whoever asks must begin anew.
   */
  after(version: number, limit: number): readonly (readonly [alert: string, version: number])[] | undefined
  /**
   * Forgets the oldest of those that are gone, where they are very many.
   * @param alive how many alerts may still be asked for
   */
  forgetGone(alive: number, isOpen: (alert: string) => boolean): void
}

/** So many that are gone are remembered: more than clear while a screen was away for a moment. */
const MOST_GONE = 20_000

export function changedRows(): ChangedRows {
  // A Map keeps the order in which its keys came: one that changes again goes to the end.
  const versions = new Map<string, number>()
  let newest = 0
  let forgotten = 0
  return {
    get version() {
      return newest
    },
    note(alert) {
      newest += 1
      versions.delete(alert)
      versions.set(alert, newest)
    },
    after(version, limit) {
      if (version > newest || (version > 0 && version < forgotten)) return undefined
      const changed: (readonly [string, number])[] = []
      for (const entry of versions) {
        if (entry[1] <= version) continue
        if (changed.length === limit) break
        changed.push(entry)
      }
      return changed
    },
    forgetGone(alive, isOpen) {
      if (versions.size <= alive + MOST_GONE) return
      const gone = [...versions].filter(([alert]) => !isOpen(alert))
      for (const [alert, version] of gone.slice(0, Math.max(0, gone.length - MOST_GONE))) {
        versions.delete(alert)
        forgotten = version
      }
    },
  }
}
