import { once } from 'node:events'
import { join } from 'node:path'
import { nodeBinary } from './node-binary.mjs'
import { root } from './project.mjs'

/** @typedef {import('../tests/bench/result.ts').BenchResult} BenchResult */
/** @typedef {import('./processes.mjs').Processes} Processes */
/** @typedef {import('./processes.mjs').ChildProcess} ChildProcess */
/** @typedef {import('./project.mjs').Step} Step */

/** Where the benches are, from the project's folder. */
export const FOLDER = 'tests/bench'

/**
 * @typedef {object} BenchRun
 * @property {(name: string, take: (result: BenchResult) => void) => Promise<Step>} bench Bundles one bench and runs it
 *   in processes of its own; each result is passed on as it comes, so that those before a failure are not lost. Not ok,
 *   with the bench's name, if it does not build, fails, or takes longer than the limit.
 * @property {() => void} kill Kills what runs, with all that it started.
 */

/**
 * @param {Processes} processes
 * @param {{ readonly folder: string, readonly out: string, readonly limit: number }} options
 *   `limit`: milliseconds that each may take, its bundle aside
 * @returns {BenchRun}
 */
export function openBenchRun(processes, { folder, out, limit }) {
  const node = nodeBinary() ?? process.execPath
  /** @type {ChildProcess | undefined} */
  let running

  /** @param {string} name */
  const bundle = name => {
    const words = [
      'build',
      '--ssr',
      join(folder, `${name}.bench.ts`),
      '--outDir',
      join(out, name),
      '--logLevel',
      'warn',
    ]
    return processes.run(node, [join(root, 'node_modules/vite/bin/vite.js'), ...words], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
  }

  const kill = () => {
    if (running !== undefined) killGroup(running)
  }

  /** @type {BenchRun['bench']} */
  const bench = async (name, take) => {
    if ((await bundle(name)) !== 0) return { ok: false, message: `The bench ${name} does not build.` }
    const words = ['--expose-gc', join(root, 'scripts/bench-one.mjs'), join(out, name, `${name}.bench.js`)]
    // What a bench prints goes to stderr: stdout carries the results. In a group of its own, so that a browser or a
    // server that it leaves behind can be ended with it: the next bench would measure them.
    running = processes.start(node, words, { cwd: root, stdio: ['ignore', 2, 2, 'ipc'], detached: true })
    const { code, late, told } = await followed(running, take)
    killGroup(running)
    running = undefined
    if (code === 0 && !late) return { ok: true }
    const how = late ? `was ended after ${limit / 60_000} minutes` : `failed (exit code ${code})`
    const kept = told === 0 ? '' : ` What it measured before stands: ${told} ${told === 1 ? 'result' : 'results'}.`
    return { ok: false, message: `The bench ${name} ${how}.${kept}` }
  }

  /**
   * @param {ChildProcess} child
   * @param {(result: BenchResult) => void} take
   */
  const followed = async (child, take) => {
    let [told, late] = [0, false]
    child.on('message', message => {
      told += 1
      take(/** @type {BenchResult} */ (message))
    })
    const timer = setTimeout(() => {
      late = true
      killGroup(child)
    }, limit)
    const code = await processes.exitOf(child)
    clearTimeout(timer)
    // Its last words may still lie in the channel.
    if (child.pid !== undefined && child.connected) await once(child, 'disconnect')
    return { code, late, told }
  }
  return { bench, kill }
}

/** @param {ChildProcess} child The first of its group, which may have ended already while others have not. */
function killGroup(child) {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    child.kill()
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}
