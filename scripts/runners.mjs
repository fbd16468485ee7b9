import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { nodeBinary } from './node-binary.mjs'
import { root } from './project.mjs'
import { countPlaywright, countVitest, whole } from './test-counts.mjs'

/** @typedef {import('./test-counts.mjs').Counts} Counts */
/** @typedef {import('./processes.mjs').Processes} Processes */
/** @typedef {Readonly<Record<string, string>>} Environment */

/**
 * Runs all of Vitest's projects.
 * @param {Processes} processes
 * @param {Environment} environment
 * @returns {Promise<Counts>}
 */
export async function runVitest(processes, environment) {
  const file = join(root, 'test-results/vitest.json')
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return runOne(processes, {
    name: 'vitest',
    words: [join(root, 'node_modules/vitest/vitest.mjs'), ...words],
    environment,
    file,
    count: text => countVitest(JSON.parse(text), root),
  })
}

/**
 * Runs the end-to-end suites in Chromium.
 * @param {Processes} processes
 * @param {Environment} environment
 * @returns {Promise<Counts>}
 */
export async function runPlaywright(processes, environment) {
  return runOne(processes, {
    name: 'playwright',
    words: [join(root, 'node_modules/@playwright/test/cli.js'), 'test'],
    environment,
    file: join(root, 'test-results/playwright.json'),
    count: text => countPlaywright(JSON.parse(text)),
  })
}

/**
 * A runner that leaves no result, or fails without a failed test, counts as one failure.
 * @param {Processes} processes
 * @param {{ name: string, words: readonly string[], environment: Environment, file: string, count: (text: string) => Counts }} runner
 * @returns {Promise<Counts>}
 */
async function runOne(processes, { name, words, environment, file, count }) {
  await rm(file, { force: true })
  const env = { ...process.env, ...environment }
  const code = await processes.run(nodeBinary() ?? process.execPath, words, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const text = await readFile(file, 'utf8').catch(() => null)
  const counts = text === null ? null : count(text)
  if (counts === null || counts.passed + counts.failed === 0) return noResult(name, code)
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * @param {string} name
 * @param {number} code
 */
function noResult(name, code) {
  process.stdout.write(`${name} gave no result (exit code ${code}).\n`)
  return whole('failed', name)
}
