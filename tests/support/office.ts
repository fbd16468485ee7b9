import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Where a program of one of these names is; undefined: this machine has none. */
export function programOf(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(':')
  return folders.flatMap(folder => names.map(name => join(folder, name))).find(path => existsSync(path))
}

export const run = promisify(execFile)
