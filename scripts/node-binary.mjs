import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'

/** The engine needs `node:sqlite` with FTS5, and the tests a current Node. */
const OLDEST = 24

/**
 * Path of the Node the project runs on: the pinned one that was installed with the packages, else this one where it is
 * new enough (the pinned packages lack some platforms), else null.
 * @returns {string | null}
 */
export function nodeBinary() {
  const folder = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin')
  const pinned = join(folder, process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(pinned)) return pinned
  return Number.parseInt(process.versions.node, 10) >= OLDEST ? process.execPath : null
}

export const NO_NODE = `There is no packaged Node for ${process.platform}-${process.arch}: install Node ${OLDEST} or newer and start again.`

/**
 * Options of the browser host: new objects get 12 MiB and not 48, which is 20 to 30 MiB less for the host, and shorter
 * pauses in a storm of alerts, whose objects all outlive the first collection. It costs no CPU time there.
 */
export const HOST_WORDS = ['--max-semi-space-size=4']
