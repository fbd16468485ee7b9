import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const MOST_BYTES = 512 * 1024 * 1024

/**
 * Puts a file where the engine looks for it, and says how the page's address names it.
 * @param {string | null} file An absolute path; null: there is none.
 * @param {string} data The data folder.
 * @returns {{ readonly ok: true, readonly hash: string } | { readonly ok: false, readonly message: string }}
 */
export function waitingFile(file, data) {
  if (file === null) return { ok: true, hash: '' }
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) return { ok: false, message: `There is no file ${file}. Name a .quarterdeck file.` }
  if (found.size > MOST_BYTES) return { ok: false, message: `${file} is larger than Quarterdeck opens (512 MB).` }
  const folder = join(data, 'exchange')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const id = randomUUID()
  copyFileSync(file, join(folder, `${id}.part`))
  renameSync(join(folder, `${id}.part`), join(folder, id))
  return { ok: true, hash: `#open=${id}` }
}
