import type { NoiseRule } from '../../../shared/domain/alerts/noise'
import type { ReadableDb } from './database'
import { statement } from './statements'

/** Rules of before each change of one was an event, in the order in which they were set. */
export function readNoiseRules(db: ReadableDb): readonly NoiseRule[] {
  const rows = statement(db, 'SELECT rule FROM noiseRule ORDER BY place').all()
  return rows.map(({ rule }) => JSON.parse(String(rule)) as NoiseRule)
}
