import { join } from 'node:path'
import { whenToldToEnd } from './ending.mjs'
import { installIfStale } from './install.mjs'
import { NO_NODE, nodeBinary } from './node-binary.mjs'
import { openProcesses } from './processes.mjs'
import { root } from './project.mjs'

// The run over the faulty line, ten times as long as the suite's. It prints its seed first.
const ACTS = '20000'

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
const words = ['run', '--project', 'node', '--reporter=default', 'tests/main/outbox/faulty-line.test.ts']
process.exitCode = await processes.run(node, [join(root, 'node_modules/vitest/vitest.mjs'), ...words], {
  cwd: root,
  stdio: 'inherit',
  env: { QUARTERDECK_ACTS: ACTS, ...process.env },
})
