import { spawn } from 'node:child_process'

/** Milliseconds a process gets to end by itself before it is killed. */
const PATIENCE = 10_000

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {import('node:child_process').SpawnOptions} SpawnOptions */

/**
 * @typedef {object} Processes
 * @property {(command: string, words: readonly string[], options: SpawnOptions) => ChildProcess} start
 * @property {(child: ChildProcess) => Promise<number>} exitOf The exit code of one it started; never, once all are being ended.
 * @property {(command: string, words: readonly string[], options: SpawnOptions) => Promise<number>} run Starts one and waits for its exit.
 * @property {() => Promise<boolean>} end Ends all of them; false when one had to be killed.
 */

/**
 * Tracks every process that is started through it, so that one call ends them all.
 * @returns {Processes}
 */
export function openProcesses() {
  /** @type {Set<ChildProcess>} */
  const running = new Set()
  /** @type {Processes['start']} */
  const start = (command, words, options) => {
    const child = spawn(command, words, options)
    running.add(child)
    const gone = () => running.delete(child)
    child.once('exit', gone).once('error', gone)
    return child
  }
  let ending = false
  /** @type {Processes['exitOf']} */
  const exitOf = async child => {
    const code = await exitCode(child)
    // A waiting caller must not take the end for a failure of the current step.
    return ending ? new Promise(() => undefined) : code
  }
  return {
    start,
    exitOf,
    run: (command, words, options) => exitOf(start(command, words, options)),
    end: async () => {
      ending = true
      return (await Promise.all([...running].map(endOne))).every(clean => clean)
    },
  }
}

/**
 * Resolves with the exit code: 1 where a signal ended it, 127 where it could not be started.
 * @param {ChildProcess} child
 * @returns {Promise<number>}
 */
function exitCode(child) {
  return new Promise(resolve => {
    child.once('exit', code => resolve(code ?? 1))
    child.once('error', error => {
      process.stderr.write(`${child.spawnfile} did not start: ${error.message}\n`)
      resolve(127)
    })
  })
}

/**
 * @param {ChildProcess} child
 * @returns {Promise<boolean>}
 */
async function endOne(child) {
  if (child.exitCode !== null || child.signalCode !== null) return true
  const ended = exitCode(child)
  child.kill('SIGTERM')
  let clean = true
  const timer = setTimeout(() => {
    clean = false
    child.kill('SIGKILL')
  }, PATIENCE)
  await ended
  clearTimeout(timer)
  return clean
}
