import { join } from 'node:path'
import { KEY_FILE, newSecret, secretShape } from './entrance.mjs'
import { readPrivateFile, writePrivateFile } from './private-file'

/** `message` is one line for a person: the file and the way out. */
class FolderKeyProblem extends Error {
  override readonly name = 'FolderKeyProblem'
}

/**
 * The key of a data folder. It is never sent anywhere and opens nothing by itself: the folder's host name and the proof
 * that a page asks for are derived from it. Made once; one that others could have read is replaced.
 */
export function folderKey(folder: string): string {
  const file = join(folder, KEY_FILE)
  const known = readPrivateFile(file)
  if (known.ok && known.value !== null && secretShape.test(known.value.trim())) return known.value.trim()
  // Of another kind than a file, it is not ours to replace: a person finds out what it is.
  if (!known.ok && known.fault.kind === 'unusable')
    throw new FolderKeyProblem(`${file} ${known.fault.message}. Move it away and start again.`)
  const key = newSecret()
  writePrivateFile(file, `${key}\n`)
  return key
}
