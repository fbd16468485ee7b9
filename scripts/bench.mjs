import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { benchTable } from './bench-table.mjs'
import { buildIfStale } from './build.mjs'
import { whenToldToEnd } from './ending.mjs'
import { installIfStale } from './install.mjs'
import { nodeBinary } from './node-binary.mjs'
import { openProcesses } from './processes.mjs'
import { root } from './project.mjs'

/** @typedef {import('../tests/bench/result.ts').BenchResult} BenchResult */

const FOLDER = 'tests/bench'
const ENDING = '.bench.ts'

const processes = openProcesses()

whenToldToEnd(async () => {
  await processes.end()
  process.exit(1)
})

const [flag, ...rest] = process.argv.slice(2)
if ((flag !== undefined && flag !== '--json') || rest.length > 0) {
  process.stderr.write('npm run bench takes one option: --json, for one object a line.\n')
  process.exit(2)
}

for (const prepare of [installIfStale, buildIfStale]) {
  const step = await prepare(processes)
  if (step.ok) continue
  process.stderr.write(`${step.message}\n`)
  process.exit(1)
}

const files = (await readdir(join(root, FOLDER))).filter(file => file.endsWith(ENDING)).sort()
/** @type {BenchResult[]} */
const results = []
// One after the other: they would measure each other.
for (const file of files) await runBench(file.slice(0, -ENDING.length))
if (flag === undefined) process.stdout.write(`${benchTable(results)}\n`)

/** @param {string} name */
async function runBench(name) {
  const node = nodeBinary() ?? process.execPath
  const out = join(root, 'out/bench', name)
  const bundle = ['build', '--ssr', `${FOLDER}/${name}${ENDING}`, '--outDir', out, '--logLevel', 'warn']
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  if ((await processes.run(node, [vite, ...bundle], { cwd: root, stdio: ['ignore', 2, 2] })) !== 0) return broken(name)
  const words = ['--expose-gc', join(root, 'scripts/bench-one.mjs'), join(out, `${name}.bench.js`)]
  // What a bench prints goes to stderr: stdout carries the results.
  const child = processes.start(node, words, { cwd: root, stdio: ['ignore', 2, 2, 'ipc'] })
  child.on('message', message => take(/** @type {BenchResult} */ (message)))
  if ((await processes.exitOf(child)) !== 0) broken(name)
}

/** @param {BenchResult} result */
function take(result) {
  results.push(result)
  if (flag === '--json') process.stdout.write(`${JSON.stringify(result)}\n`)
}

/** @param {string} name */
function broken(name) {
  process.stderr.write(`The bench ${name} failed.\n`)
  process.exitCode = 1
}
