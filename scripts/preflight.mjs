import { constants } from 'node:fs'
import { access, open, readdir, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { DATABASE_FILE, FORMAT_VERSION } from '../src/main/engine/storage/format.mjs'
import { electronBinary, hasDisplay } from './electron-binary.mjs'
import { root } from './project.mjs'

/** @typedef {Readonly<import('../src/main/options.mjs').Options>} Options */

/** Where SQLite stores `PRAGMA user_version`: https://www.sqlite.org/fileformat.html#user_version_number */
const USER_VERSION_AT = 60

/**
 * Looks for what would make the start fail, and touches nothing.
 * @param {Options} options
 * @returns {Promise<string | null>} One line that says what is wrong, or null.
 */
export async function findProblem(options) {
  return (
    (await folderProblem(options.data)) ??
    (await databaseProblem(join(options.data, DATABASE_FILE))) ??
    (await portProblem(options)) ??
    (await drillProblem(options.drill))
  )
}

/** @param {string | null} drill */
async function drillProblem(drill) {
  if (drill === null) return null
  const files = await readdir(join(root, 'resources/drills'))
  const known = files.filter(file => file.endsWith('.yaml')).map(file => file.slice(0, -'.yaml'.length))
  return known.includes(drill) ? null : `There is no drill ${drill}; --drill takes one of: ${known.join(', ')}.`
}

/** @param {string} folder */
async function folderProblem(folder) {
  const way = 'choose another with --data.'
  const there = await nearestExisting(folder)
  if (!(await stat(there)).isDirectory()) return `The data folder ${folder} cannot be: ${there} is not a folder; ${way}`
  try {
    await access(there, constants.R_OK | constants.W_OK | constants.X_OK)
    return null
  } catch {
    return `The data folder ${folder} cannot be written; ${way}`
  }
}

/**
 * @param {string} path
 * @returns {Promise<string>} The path, or the first folder above it that exists.
 */
async function nearestExisting(path) {
  try {
    await stat(path)
    return path
  } catch {
    return nearestExisting(dirname(path))
  }
}

/** @param {string} file */
async function databaseProblem(file) {
  const header = Buffer.alloc(USER_VERSION_AT + 4)
  try {
    // For reading and writing, so that a record that cannot be written is found here too.
    const database = await open(file, 'r+')
    await database.read(header, 0, header.length, 0).finally(() => database.close())
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    return `The record ${file} cannot be opened: ${error instanceof Error ? error.message : error}`
  }
  const version = header.readUInt32BE(USER_VERSION_AT)
  if (version <= FORMAT_VERSION) return null
  return `The record ${file} was written by a newer Quarterdeck (format ${version}, this one reads up to ${FORMAT_VERSION}): update, or choose another folder with --data.`
}

/** @param {Options} options */
async function portProblem({ web, port }) {
  const desktop = !web && hasDisplay() && electronBinary() !== null
  if (desktop || port === 0) return null
  const code = await bindingFault(port)
  if (code === null) return null
  const why = code === 'EADDRINUSE' ? 'is in use' : `cannot be listened on (${code})`
  return `Port ${port} ${why}: choose another with --port, or --port 0 for any free one.`
}

/**
 * @param {number} port
 * @returns {Promise<string | null>} The code of what went wrong, or null.
 */
function bindingFault(port) {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', error => resolve('code' in error ? String(error.code) : error.message))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(null)))
  })
}
