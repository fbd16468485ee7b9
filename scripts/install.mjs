import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { npm } from './npm.mjs'
import { root } from './project.mjs'

/** @typedef {{ readonly version?: string, readonly integrity?: string, readonly optional?: boolean, readonly devOptional?: boolean }} Locked */
/** @typedef {Readonly<Record<string, Locked>>} Lock */

/**
 * Installs what the lockfile names, unless it is installed already.
 * @param {import('./processes.mjs').Processes} processes
 * @returns {Promise<import('./project.mjs').Step>}
 */
export async function installIfStale(processes) {
  const wanted = await readLock(join(root, 'package-lock.json'))
  // npm writes this file when it is done, so an install that was cut short counts as none.
  const installed = await readLock(join(root, 'node_modules/.package-lock.json'))
  if (wanted !== null && installed !== null && isInstalled(wanted, installed)) return { ok: true }
  process.stdout.write('Installing packages; the first time takes about half a minute.\n')
  const code = await npm(processes, ['ci', '--include=dev', '--include=optional'])
  return code === 0 ? { ok: true } : { ok: false, message: `npm ci failed (exit code ${code}); its lines stand above.` }
}

/**
 * Whether npm's own note of what it installed agrees with the lockfile. Optional packages may be absent: most are
 * binaries of other platforms.
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function isInstalled(wanted, installed) {
  const names = Object.keys(wanted).filter(name => name !== '')
  return (
    Object.keys(installed).every(name => Object.hasOwn(wanted, name)) &&
    names.every(name => {
      const [want, have] = [wanted[name], installed[name]]
      if (have === undefined) return want?.optional === true || want?.devOptional === true
      return want?.version === have.version && want?.integrity === have.integrity
    })
  )
}

/**
 * @param {string} file
 * @returns {Promise<Lock | null>} null where there is none that can be read.
 */
async function readLock(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}
