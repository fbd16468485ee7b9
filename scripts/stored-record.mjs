import { join } from 'node:path'
import { runnerImport } from 'vite'
import { FORMAT_VERSION } from '../src/main/engine/storage/format.mjs'
import { root } from './project.mjs'

// Writes a data folder as the present code does, to be used as a fixture: `node scripts/stored-record.mjs [FOLDER]`,
// with Node 24. Run it before a change of what is stored, never after it: the older folders stay as they are.
const folder = process.argv[2] ?? join(root, 'tests/fixtures/records', `format-${FORMAT_VERSION}`)
const { module } = await runnerImport(join(root, 'tests/support/stored-record/write.ts'), {
  configFile: false,
  logLevel: 'warn',
})
await /** @type {{ writeStoredRecord(folder: string): Promise<void> }} */ (module).writeStoredRecord(folder)
process.stdout.write(`${folder}\n`)
