import { HOUSE_LOG } from '../../../shared/domain/house-log'
import type { IncidentId } from '../../../shared/domain/ids'
import type { ReadableDb } from './database'
import { type LogReading, type OpenedLog, openLog, readLog } from './log-reading'
import { statement } from './statements'

/** [WS1] Id of the folder's own stream; undefined: the record is of an earlier format. */
export function workspaceOf(db: ReadableDb): IncidentId | undefined {
  const row = statement(db, 'SELECT id FROM workspace').get()
  return row === undefined ? undefined : (String(row.id) as IncidentId)
}

/** [WS1] Whether a log belongs to no incident, and is in no list and no bundle. */
export function isNoIncident(db: ReadableDb, log: IncidentId): boolean {
  return log === HOUSE_LOG || log === workspaceOf(db)
}

/**
 * [WS1] Opens the folder's own stream with what earlier versions wrote before it had an id, which has a chain of its own.
 * @throws as `readLog`
 * @param own the origin that writes here now
 */
export function openWorkspaceLog(
  db: ReadableDb,
  workspace: IncidentId,
  own: string,
): OpenedLog & { readonly beginning: LogReading } {
  const beginning = readLog(db, HOUSE_LOG)
  const { reading, tail } = openLog(db, workspace, own)
  const events = [...beginning.arrived, ...reading.events]
  const arrived = [...beginning.arrived, ...reading.arrived]
  return { beginning, tail, reading: { ...reading, events, arrived, seq: reading.seq || beginning.seq } }
}
