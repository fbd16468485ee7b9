import type { NoiseRule } from '../../../shared/domain/alerts/noise'
import type { ReadableDb, WritableDb } from './database'
import { statement } from './statements'

/** Puts a rule, or what became of it. @throws on a failing disk */
export function writeNoiseRule(db: WritableDb, rule: NoiseRule): void {
  statement(
    db,
    'INSERT INTO noiseRule (id, rule) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET rule = excluded.rule',
  ).run(rule.id, JSON.stringify(rule))
}

/** Every rule there ever was, in the order in which they were set. */
export function readNoiseRules(db: ReadableDb): readonly NoiseRule[] {
  const rows = statement(db, 'SELECT rule FROM noiseRule ORDER BY place').all()
  return rows.map(({ rule }) => JSON.parse(String(rule)) as NoiseRule)
}
