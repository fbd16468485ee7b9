import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { whenToldToEnd } from './ending.mjs'
import { installIfStale } from './install.mjs'
import { absentNeeds, surroundings } from './needs.mjs'
import { NO_NODE, nodeBinary } from './node-binary.mjs'
import { openProcesses } from './processes.mjs'
import { root } from './project.mjs'
import { runPlaywright } from './runners.mjs'
import { closingLine } from './test-counts.mjs'

// The runs by chance, many times as long as the suite's: over the faulty line, and of machines that merge. Each prints its
// seed first. Then the walks that `npm test` leaves out.
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
const chance = await processes.run(node, [join(root, 'node_modules/vitest/vitest.mjs'), ...words], {
  cwd: root,
  stdio: 'inherit',
  env: { QUARTERDECK_ACTS: ACTS, QUARTERDECK_WORLDS: WORLDS, ...process.env },
})
const built = await buildIfStale(processes)
if (!built.ok) {
  process.stderr.write(`${built.message}\n`)
  process.exit(1)
}
const walks = await runPlaywright(processes, { ...surroundings(absentNeeds()), QUARTERDECK_SOAK: 'true' })
process.stdout.write(`${closingLine([walks])}\n`)
process.exitCode = chance === 0 && walks.failed === 0 ? 0 : 1
