import { root } from './project.mjs'

/** @typedef {import('./processes.mjs').Processes} Processes */

/**
 * Runs npm in the project: the npm that started this script where there is one, else the one on the path. What it says
 * goes to stderr, because stdout belongs to the cockpit.
 * @param {Processes} processes
 * @param {readonly string[]} words
 * @returns {Promise<number>} Its exit code.
 */
export function npm(processes, words) {
  const running = process.env.npm_execpath ?? ''
  const [command, first] = /npm-cli\.c?js$/.test(running) ? [process.execPath, [running]] : ['npm', []]
  // On Windows npm is a command file, which only a shell can run.
  const shell = process.platform === 'win32' && command === 'npm'
  return processes.run(command, [...first, ...words], { cwd: root, stdio: ['ignore', 2, 2], shell })
}
