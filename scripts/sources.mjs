import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './project.mjs'

/** Everything the build reads. */
const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']

/**
 * One hash over the names and contents of everything the build reads. Contents and not times, because a fresh clone or
 * a switched branch has any times.
 * @returns {Promise<string>}
 */
export async function hashSources() {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of await filesBelow(source)) {
      const content = await readFile(join(root, file))
      hash.update(`${file}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} path Relative to the project.
 * @returns {Promise<string[]>} Sorted within each folder; the path itself where it is a file, none where it is absent.
 */
async function filesBelow(path) {
  try {
    const names = (await readdir(join(root, path))).sort()
    return (await Promise.all(names.map(name => filesBelow(`${path}/${name}`)))).flat()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOTDIR') return [path]
    if (code === 'ENOENT') return []
    throw error
  }
}
