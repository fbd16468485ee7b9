import { join } from 'node:path'
import { runIndex } from '../../../src/main/engine/search/run-index'

/** A process that reads the record in the folder of its first word, and writes each place that it has reached. */
const folder = process.argv[2] ?? ''
await runIndex(
  { database: join(folder, 'quarterdeck.sqlite'), index: join(folder, 'search.sqlite'), incidents: null, anew: false },
  {
    signal: new AbortController().signal,
    cancelled: () => false,
    report: async ({ done }) => void process.stdout.write(`${done}\n`),
  },
)
