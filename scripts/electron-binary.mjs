import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeBinary } from './node-binary.mjs'
import { root } from './project.mjs'

/** Milliseconds in which the download server must answer, and in which the download must be done. */
const ANSWER_WITHIN = 3_000
const FETCH_WITHIN = 30_000

const PACKAGE = join(root, 'node_modules/electron')

/** @typedef {{ readonly ok: true, readonly path: string } | { readonly ok: false, readonly reason: string }} Desktop */

/**
 * Path of Electron's binary if it is on this disk, else null. Checks files only: importing `electron` would start a
 * download that may never end.
 * @returns {string | null}
 */
export function electronBinary() {
  try {
    const read = (/** @type {string} */ name) => readFileSync(join(PACKAGE, name), 'utf8').trim()
    const path = join(PACKAGE, 'dist', read('path.txt'))
    return read('dist/version').replace(/^v/, '') === wantedVersion() && existsSync(path) ? path : null
  } catch {
    return null // one of its files is not there: not installed
  }
}

/** Whether a window could open here at all. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Electron's binary, fetched first where its server answers at once; else the reason in a few words.
 * @param {import('./processes.mjs').Processes} processes
 * @returns {Promise<Desktop>}
 */
export async function openableElectron(processes) {
  if (!hasDisplay()) return { ok: false, reason: 'there is no display' }
  const present = electronBinary()
  if (present !== null) return { ok: true, path: present }
  if (!(await answers(downloadUrl()))) return { ok: false, reason: 'Electron is not here and cannot be fetched' }
  process.stdout.write('Fetching Electron.\n')
  const fetching = { cwd: root, stdio: /** @type {const} */ ('ignore'), timeout: FETCH_WITHIN }
  await processes.run(nodeBinary() ?? process.execPath, [join(PACKAGE, 'install.js')], fetching)
  const fetched = electronBinary()
  return fetched === null ? { ok: false, reason: 'fetching Electron failed' } : { ok: true, path: fetched }
}

function wantedVersion() {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version
}

function downloadUrl() {
  const mirror = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/'
  const version = wantedVersion()
  return `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
}

/** @param {string} url */
async function answers(url) {
  try {
    const answer = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN) })
    return answer.status < 400
  } catch {
    return false // offline, or too slow to wait for
  }
}
