import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, onTestFinished } from 'vitest'
import type { RecordProblem } from '../../src/shared/contract/record-problems'
import type { IncidentId } from '../../src/shared/domain/ids'
import { type EngineOnFolder, engineOn, incidentWith, type } from './damaged-record'
import { scratchFolder } from './folders'

/** Events of a declaration: with its method, its checkpoint, its promise and a name. Lines come after them. */
export const DECLARATION = 5

/** Two incidents in a folder that no engine has open: each test gets new ones, and damages them. */
export interface ClosedRecord {
  folder: string
  payments: IncidentId
  search: IncidentId
  /** An engine on the folder, until the test ends. */
  opened(): EngineOnFolder
  /** The damage of `payments`, once the engine knows it. */
  damageOn(engine: EngineOnFolder): Promise<RecordProblem>
  /** Where events of `payments` are, by their count within it. */
  seqOf(place: number): number
}

/** Call it once in a test file: it writes a record before each test. */
export function closedRecord(): ClosedRecord {
  const record = { opened, damageOn, seqOf } as ClosedRecord
  beforeEach(async () => {
    record.folder = scratchFolder()
    const engine = engineOn(record.folder)
    record.payments = await incidentWith(engine, 'Payments fail')
    record.search = await incidentWith(engine, 'Search is slow')
    for (const n of [1, 2, 3, 4]) {
      await type(engine, record.payments, `payments ${n}`)
      await type(engine, record.search, `search ${n}`)
    }
    await engine.stop()
  })

  function opened(): EngineOnFolder {
    const engine = engineOn(record.folder)
    onTestFinished(() => engine.stop())
    return engine
  }

  async function damageOn(engine: EngineOnFolder): Promise<RecordProblem> {
    const find = async () =>
      (await engine.problems()).find(one => one.kind === 'damaged' && one.incident === record.payments)
    await expect.poll(find).toBeDefined()
    return (await find()) as RecordProblem
  }

  function seqOf(place: number): number {
    const db = new DatabaseSync(join(record.folder, 'quarterdeck.sqlite'))
    const row = db
      .prepare('SELECT seq FROM event WHERE incident = ? ORDER BY seq LIMIT 1 OFFSET ?')
      .get(record.payments, place - 1)
    db.close()
    return Number(row?.seq)
  }
  return record
}
