import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseBenchWords } from './bench-options.mjs'
import { FOLDER, openBenchRun } from './bench-run.mjs'
import { benchTable } from './bench-table.mjs'
import { buildIfStale } from './build.mjs'
import { whenToldToEnd } from './ending.mjs'
import { installIfStale } from './install.mjs'
import { openProcesses } from './processes.mjs'
import { root } from './project.mjs'

/** @typedef {import('../tests/bench/result.ts').BenchResult} BenchResult */

const ENDING = '.bench.ts'

const files = await readdir(join(root, FOLDER))
const benches = files.filter(file => file.endsWith(ENDING)).map(file => file.slice(0, -ENDING.length))
const asked = parseBenchWords(process.argv.slice(2), benches.sort())
if (!asked.ok) {
  process.stderr.write(`${asked.message}\n`)
  process.exit(2)
}
const { names, json, limit } = asked

const processes = openProcesses()
const run = openBenchRun(processes, { folder: join(root, FOLDER), out: join(root, 'out/bench'), limit })
/** @type {BenchResult[]} */
const results = []
const table = () => (json || results.length === 0 ? '' : `${benchTable(results)}\n`)

whenToldToEnd(async () => {
  // What is measured already took minutes: it is not thrown away.
  process.stdout.write(table())
  run.kill()
  await processes.end()
  process.exit(1)
})

for (const prepare of [installIfStale, buildIfStale]) {
  const step = await prepare(processes)
  if (step.ok) continue
  process.stderr.write(`${step.message}\n`)
  process.exit(1)
}

/** @type {string[]} */
const failures = []
// One after the other: they would measure each other.
for (const name of names) {
  const step = await run.bench(name, take)
  if (step.ok) continue
  failures.push(step.message)
  process.stderr.write(`${step.message}\n`)
}
process.stdout.write(table())
// Once more: the first time they were among what the benches print.
for (const message of failures) process.stderr.write(`${message}\n`)
process.exitCode = failures.length > 0 ? 1 : 0

/** @param {BenchResult} result */
function take(result) {
  results.push(result)
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`)
}
