import type { IncidentSummary } from '../../../shared/contract/views'
import type { ReadableDb, WritableDb } from './database'
import { statement } from './statements'

/** The list of incidents, kept beside the log so that a start does not fold every past incident. */

export function writeSummary(db: WritableDb, summary: IncidentSummary): void {
  statement(
    db,
    'INSERT INTO incidentSummary (incident, summary) VALUES (?, ?) ON CONFLICT DO UPDATE SET summary = excluded.summary',
  ).run(summary.id, JSON.stringify(summary))
}

/** Newest declared first. */
export function readSummaries(db: ReadableDb): readonly IncidentSummary[] {
  const rows = statement(db, 'SELECT summary FROM incidentSummary').all()
  const summaries = rows.map(row => JSON.parse(String(row.summary)) as IncidentSummary)
  return summaries.sort((a, b) => b.declaredAt - a.declaredAt)
}
