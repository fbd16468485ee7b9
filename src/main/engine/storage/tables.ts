import type { DatabaseSync } from 'node:sqlite'

/** What a record of each format must have; the key is the format that brought it. */
const tables: Readonly<Record<number, readonly string[]>> = {
  10: ['event', 'incidentSummary'],
  20: ['act'],
  30: ['seenAlert', 'alertReading', 'noiseRule'],
  40: ['attachment', 'keptLine'],
  60: ['typedText'],
}

/** Tables that a later format has no more, by that format. */
const dropped: Readonly<Record<string, number>> = { keptLine: 60 }

/** Tables that a record of `format` should have and does not; of format 0, all that another program's tables show. */
export function missingTables(db: DatabaseSync, format: number): readonly string[] {
  const there = new Set(
    db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all()
      .map(({ name }) => String(name)),
  )
  if (format === 0) return there.size === 0 ? [] : ['everything that a record has: another program made it']
  const due = Object.entries(tables).flatMap(([since, names]) => (Number(since) <= format ? names : []))
  const wanted = due.filter(name => (dropped[name] ?? Number.POSITIVE_INFINITY) > format)
  return wanted.filter(name => !there.has(name)).map(name => `its table ${name}`)
}
