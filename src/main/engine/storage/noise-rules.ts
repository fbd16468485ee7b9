import type { NoiseRule } from '../../../shared/domain/alerts/noise'
import { inTransaction, type ReadableDb, type WritableDb } from './database'
import { statement } from './statements'

/** Puts rules, or what became of them: all or none. @throws on a failing disk */
export function writeNoiseRules(db: WritableDb, rules: readonly NoiseRule[]): void {
  const write = statement(
    db,
    'INSERT INTO noiseRule (id, rule) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET rule = excluded.rule',
  )
  inTransaction(db, () => {
    for (const rule of rules) write.run(rule.id, JSON.stringify(rule))
  })
}

/** Every rule there ever was, in the order in which they were set. */
export function readNoiseRules(db: ReadableDb): readonly NoiseRule[] {
  const rows = statement(db, 'SELECT rule FROM noiseRule ORDER BY place').all()
  return rows.map(({ rule }) => JSON.parse(String(rule)) as NoiseRule)
}
