import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'vitest'
import { checkStoredRecord } from './stored-record-checks'

/** Data folders as released code wrote them; `scripts/stored-record.mjs` makes one. */
const records = join(import.meta.dirname, '../../fixtures/records')

describe.each(readdirSync(records))('[IN7] a record of %s', format => {
  checkStoredRecord(join(records, format))
})
