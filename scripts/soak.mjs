import { join } from 'node:path'
import { whenToldToEnd } from './ending.mjs'
import { installIfStale } from './install.mjs'
import { NO_NODE, nodeBinary } from './node-binary.mjs'
import { openProcesses } from './processes.mjs'
import { root } from './project.mjs'

// The runs by chance, many times as long as the suite's: over the faulty line, and of machines that merge. Each prints its
// seed first.
const ACTS = '20000'
const WORLDS = '200'

const processes = openProcesses()
whenToldToEnd(async () => {
  await processes.end()
  process.exit(1)
})

const installed = await installIfStale(processes)
const node = nodeBinary()
if (!installed.ok || node === null) {
  process.stderr.write(`${installed.ok ? NO_NODE : installed.message}\n`)
  process.exit(1)
}
const words = [
  'run',
  '--project',
  'node',
  '--reporter=default',
  '--no-file-parallelism',
  'tests/main/outbox/faulty-line.test.ts',
  'tests/main/record/model/model.test.ts',
]
process.exitCode = await processes.run(node, [join(root, 'node_modules/vitest/vitest.mjs'), ...words], {
  cwd: root,
  stdio: 'inherit',
  env: { QUARTERDECK_ACTS: ACTS, QUARTERDECK_WORLDS: WORLDS, ...process.env },
})
