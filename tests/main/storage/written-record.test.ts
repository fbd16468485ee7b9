import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import { writeStoredRecord } from '../../support/stored-record/write'
import { checkStoredRecord } from './stored-record-checks'

// What is in it says which tests there are, so it is written before any: where a kind of event is missing, this file
// fails with its name.
const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-written-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
await writeStoredRecord(folder)

describe('[IN7] a record as today’s code writes it, which `scripts/stored-record.mjs` keeps', () => {
  checkStoredRecord(folder)
})
