import { buildIfStale } from './build.mjs'
import { whenToldToEnd } from './ending.mjs'
import { installIfStale } from './install.mjs'
import { absentNeeds, installNeeds, surroundings } from './needs.mjs'
import { openProcesses } from './processes.mjs'
import { runPlaywright, runVitest } from './runners.mjs'
import { closingLine, whole } from './test-counts.mjs'

/** @typedef {import('./test-counts.mjs').Counts} Counts */

const processes = openProcesses()

whenToldToEnd(async () => {
  await processes.end()
  process.exit(1)
})

const counts = [...earlierFailures(), ...(await main())]
for (const suite of counts.flatMap(one => one.skippedSuites)) process.stdout.write(`Skipped: ${suite}\n`)
for (const test of counts.flatMap(one => one.secondTries ?? []))
  process.stdout.write(`Passed at the second try: ${test}\n`)
process.stdout.write(`${closingLine(counts)}\n`)
process.exitCode = counts.some(one => one.failed > 0) ? 1 : 0

/** @returns {Promise<readonly Counts[]>} */
async function main() {
  const installed = await installIfStale(processes)
  if (!installed.ok) return [failedStep(installed.message)]
  await installNeeds(processes, absentNeeds())
  const absent = absentNeeds()
  const built = await buildIfStale(processes)
  const steps = built.ok ? [] : [failedStep(built.message)]
  const environment = surroundings(absent)
  const vitest = await runVitest(processes, environment)
  const skipped = absent.map(need => whole('skipped', `${need.suites}: ${need.commands[0]} is not installed`))
  // Without a browser nothing end to end can run; the other needs are a matter of single suites.
  if (!built.ok || absent.some(need => need.name === 'chromium')) return [...steps, vitest, ...skipped]
  return [...steps, vitest, await runPlaywright(processes, environment), ...skipped]
}

/** Steps that failed before the tests, so that the closing line lists all of them. */
function earlierFailures() {
  const names = (process.env.QUARTERDECK_FAILED_BEFORE ?? '').split(',').filter(name => name !== '')
  return names.map(failedStep)
}

/** @param {string} name */
function failedStep(name) {
  process.stdout.write(`Failed: ${name}\n`)
  return whole('failed', name)
}
