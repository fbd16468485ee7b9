import { accessSync, constants, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * A program that some suites need and npm does not install.
 * @typedef {object} Need
 * @property {string} name What suites ask for in QUARTERDECK_SKIP.
 * @property {readonly string[]} commands Any one of them will do.
 * @property {string} debian Its package there.
 * @property {string} suites What is skipped without it.
 */

/** @type {readonly Need[]} */
export const needs = [
  {
    name: 'chromium',
    // The shell draws the same pages without a window of its own, with a quarter less work.
    commands: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'],
    debian: 'chromium-headless-shell',
    suites: 'end to end (tests/e2e)',
  },
  { name: 'prometheus', commands: ['prometheus'], debian: 'prometheus', suites: 'real Prometheus (@prometheus)' },
  {
    name: 'node-exporter',
    commands: ['prometheus-node-exporter', 'node_exporter'],
    debian: 'prometheus-node-exporter',
    suites: 'real node exporter (@node-exporter)',
  },
  {
    name: 'alertmanager',
    commands: ['prometheus-alertmanager', 'alertmanager'],
    debian: 'prometheus-alertmanager',
    suites: 'real Alertmanager (@alertmanager)',
  },
]

/**
 * Environment variable that names a program elsewhere, and by which suites learn where it is: QUARTERDECK_CHROMIUM.
 * @param {Need} need
 */
export const variableOf = need => `QUARTERDECK_${need.name.toUpperCase().replace('-', '_')}`

/**
 * Path of the program: what the environment says, or the first of its commands on the path, else null.
 * @param {Need} need
 */
export function findCommand(need) {
  const given = process.env[variableOf(need)]
  if (given !== undefined) return isExecutable(given) ? given : null
  const folders = (process.env.PATH ?? '').split(delimiter)
  const files = need.commands.flatMap(command => folders.map(folder => join(folder, command)))
  return files.find(isExecutable) ?? null
}

export function absentNeeds() {
  return needs.filter(need => findCommand(need) === null)
}

/**
 * What suites read: the needs that are absent, and where the others are.
 * @param {readonly Need[]} absent
 */
export function surroundings(absent) {
  const places = needs.flatMap(need => {
    const command = findCommand(need)
    return command === null ? [] : [[variableOf(need), command]]
  })
  return { QUARTERDECK_SKIP: absent.map(need => need.name).join(','), ...Object.fromEntries(places) }
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Installs what is absent where that can be done: on Debian, as root.
 * @param {import('./processes.mjs').Processes} processes
 * @param {readonly Need[]} absent
 */
export async function installNeeds(processes, absent) {
  if (absent.length === 0 || !isDebianRoot()) return
  const packages = absent.map(need => need.debian)
  process.stdout.write(`Installing ${packages.join(', ')} from Debian.\n`)
  // Run level 1, so that no package starts a service of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const options = { env, stdio: /** @type {import('node:child_process').StdioOptions} */ (['ignore', 2, 2]) }
  await processes.run('apt-get', ['update', '-q'], options)
  await processes.run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], options)
}

function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false // no such file: not Debian
  }
}
