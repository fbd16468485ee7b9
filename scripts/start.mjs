import { createInterface } from 'node:readline'
import { linkToRunning, signOutBrowsers } from '../src/main/hosts/web/entrance.mjs'
import { HELP, parseOptions, toArguments } from '../src/main/options.mjs'
import { openBrowser } from './browser.mjs'
import { buildIfStale } from './build.mjs'
import { openableElectron } from './electron-binary.mjs'
import { whenToldToEnd } from './ending.mjs'
import { installIfStale } from './install.mjs'
import { HOST_WORDS, NO_NODE, nodeBinary } from './node-binary.mjs'
import { findProblem } from './preflight.mjs'
import { openProcesses } from './processes.mjs'
import { root } from './project.mjs'
import { waitingFile } from './waiting-file.mjs'

/** @typedef {Readonly<import('../src/main/options.mjs').Options>} Options */

const REFUSED = 2
const FAILED = 1

const processes = openProcesses()

whenToldToEnd(async () => {
  process.exit((await processes.end()) ? 0 : FAILED)
})

process.exitCode = await main()

/** @returns {Promise<number>} The exit code. */
async function main() {
  // npm runs scripts in the project's folder; a relative path means the folder the person is in.
  const parsed = parseOptions(process.argv.slice(2), { from: process.env.INIT_CWD ?? process.cwd() })
  if (!parsed.ok) return tell(parsed.message, REFUSED)
  if (parsed.options.help) {
    process.stdout.write(HELP)
    return 0
  }
  if (parsed.options.signOut) {
    signOutBrowsers(parsed.options.data)
    process.stdout.write('All browsers were signed out. Start Quarterdeck to let one in again.\n')
    return 0
  }
  const running = await linkToRunning(parsed.options)
  if (running !== null) return openRunning(running, parsed.options)
  const problem = await findProblem(parsed.options)
  if (problem !== null) return tell(problem, REFUSED)
  for (const prepare of [installIfStale, buildIfStale]) {
    const step = await prepare(processes)
    if (!step.ok) return tell(step.message, FAILED)
  }
  return open(parsed.options)
}

/**
 * One Quarterdeck at a time holds a data folder: a second start opens the one that is served.
 * @param {{ readonly line: string, readonly link: string }} running
 * @param {Options} options
 * @returns {number} The exit code.
 */
function openRunning({ line, link }, options) {
  const waiting = waitingFile(options.file, options.data)
  if (!waiting.ok) return tell(waiting.message, REFUSED)
  process.stdout.write(`${line}${waiting.hash}\n`)
  // A wallboard's browser is seldom this one, which has the cockpit already.
  if (options.open && !options.wall) openBrowser(`${link}${waiting.hash}`, options.data)
  return 0
}

/** @param {Options} options */
async function open(options) {
  const desktop = options.web ? null : await openableElectron(processes)
  if (desktop?.ok) return openDesktop(desktop.path, options)
  if (desktop !== null) process.stdout.write(`No desktop app: ${desktop.reason}. Serving a browser instead.\n`)
  return serve(options)
}

/**
 * @param {string} electron
 * @param {Options} options
 */
function openDesktop(electron, options) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  // Chromium's sandbox cannot be had as root on Linux; Electron would refuse to start.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}
  return processes.run(electron, [root, ...toArguments(options)], { env: { ...env, ...asRoot }, stdio: 'inherit' })
}

/** @param {Options} options */
function serve(options) {
  const node = nodeBinary()
  if (node === null) return tell(NO_NODE, FAILED)
  const waiting = waitingFile(options.file, options.data)
  if (!waiting.ok) return tell(waiting.message, REFUSED)
  const follow = new URL('./follow-parent.mjs', import.meta.url).href
  const words = [...HOST_WORDS, '--import', follow, 'out/main/serve.js', ...toArguments(options)]
  const host = processes.start(node, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  if (host.stdout !== null) {
    createInterface({ input: host.stdout }).on('line', line => {
      const ready = /^Quarterdeck is ready at (\S+)$/.exec(line)
      process.stdout.write(`${line}${ready === null ? '' : waiting.hash}\n`)
      if (ready?.[1] !== undefined && options.open) openBrowser(`${ready[1]}${waiting.hash}`, options.data)
    })
  }
  return processes.exitOf(host)
}

/**
 * @param {string} message
 * @param {number} code
 */
function tell(message, code) {
  process.stderr.write(`${message}\n`)
  return code
}
