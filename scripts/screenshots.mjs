import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { whenToldToEnd } from './ending.mjs'
import { installIfStale } from './install.mjs'
import { nodeBinary } from './node-binary.mjs'
import { openProcesses } from './processes.mjs'
import { root } from './project.mjs'

// Every layout and the wallboard, in each theme and size, into screenshots/: pictures for people to review.

const processes = openProcesses()

whenToldToEnd(async () => {
  await processes.end()
  process.exit(1)
})

for (const prepare of [installIfStale, buildIfStale]) {
  const step = await prepare(processes)
  if (step.ok) continue
  process.stderr.write(`${step.message}\n`)
  process.exit(1)
}

const words = [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '-c', 'tests/gallery']
// Arguments after the command narrow it, such as `npm run screenshots -- -g wall`.
process.exitCode = await processes.run(nodeBinary() ?? process.execPath, [...words, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
