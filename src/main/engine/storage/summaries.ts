import * as z from 'zod/mini'
import type { IncidentSummary } from '../../../shared/contract/incidents'
import { deadlineKinds } from '../../../shared/domain/deadlines'
import { severities } from '../../../shared/domain/severity'
import { statuses } from '../../../shared/domain/status'
import type { ReadableDb, WritableDb } from './database'
import { statement } from './statements'

/** The list of incidents, stored next to the log so that a start does not fold every past incident. */

export function writeSummary(db: WritableDb, summary: IncidentSummary): void {
  statement(
    db,
    'INSERT INTO incidentSummary (incident, summary) VALUES (?, ?) ON CONFLICT DO UPDATE SET summary = excluded.summary',
  ).run(summary.id, JSON.stringify(summary))
}

/** Rows that cannot be parsed are left out: the log has what they should say. @throws on a broken table */
export function readSummaries(db: ReadableDb): readonly IncidentSummary[] {
  return statement(db, 'SELECT incident, summary FROM incidentSummary')
    .all()
    .flatMap(({ incident, summary }) => {
      const read = parsed(String(summary))
      return read !== undefined && read.id === incident ? [read] : []
    })
}

const summaryField = z.looseObject({
  id: z.string(),
  title: z.string(),
  severity: z.enum(severities),
  status: z.enum(statuses),
  drill: z.boolean(),
  declaredAt: z.int(),
  ic: z.nullable(z.object({ id: z.string(), name: z.string() })),
  deadlines: z.optional(
    z.array(z.object({ kind: z.enum(deadlineKinds), dueAt: z.number(), who: z.optional(z.string()) })),
  ),
  // How earlier versions stored the two deadlines that there were.
  checkpointDueAt: z.optional(z.nullable(z.number())),
  updateDueAt: z.optional(z.nullable(z.number())),
})

/** A row as it would be stored now, so that one of an earlier version does not look wrong. */
function upToDate({ checkpointDueAt, updateDueAt, ...summary }: z.infer<typeof summaryField>): IncidentSummary {
  if (checkpointDueAt === undefined && updateDueAt === undefined) return summary as unknown as IncidentSummary
  const deadlines = [
    { kind: 'checkpoint' as const, dueAt: checkpointDueAt ?? null },
    { kind: 'update' as const, dueAt: updateDueAt ?? null },
  ].flatMap(({ kind, dueAt }) => (dueAt === null ? [] : [{ kind, dueAt }]))
  return { ...summary, deadlines: deadlines.sort((a, b) => a.dueAt - b.dueAt) } as unknown as IncidentSummary
}

function parsed(text: string): IncidentSummary | undefined {
  try {
    return upToDate(summaryField.parse(JSON.parse(text)))
  } catch {
    // The caller rebuilds it from the log.
    return undefined
  }
}
