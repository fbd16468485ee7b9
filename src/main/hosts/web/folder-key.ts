import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod/mini'
import { type FolderPlace, folderPlaceOf, isSamePlace } from '../../engine/storage/folder-place'
import { StartProblem } from '../start-problem'
import { KEY_FILE, keyIn, newSecret, signOutBrowsers } from './entrance.mjs'
import { readPrivateFile, writePrivateFile } from './private-file'

const placeField = z.object({
  machine: z.string(),
  device: z.string(),
  inode: z.string(),
  born: z.string(),
  path: z.string(),
  boot: z.string(),
})

/**
 * The key of a data folder. It is never sent anywhere and grants no access by itself: the folder's host name and the
 * proof that a page asks for are derived from it. Made once; one that others could have read is replaced. [DF11] So is
 * one that came with a copy of its folder, and a browser that signed in under another key is signed out.
 */
export function folderKey(folder: string): string {
  const file = join(folder, KEY_FILE)
  const known = readPrivateFile(file)
  // Of another kind than a file, it is not ours to replace: a person finds out what it is.
  if (!known.ok && known.fault.kind === 'unusable')
    throw new StartProblem(`${file} ${known.fault.message}. Move it away and start again.`)
  const text = (known.ok && known.value) || ''
  const place = folderPlaceOf(folder)
  const kept = keyIn(text)
  const noted = placeIn(text)
  if (kept !== undefined && (noted === undefined || isSamePlace(noted, place))) {
    if (!isDeepStrictEqual(noted, place)) writeKey(file, kept, place)
    return kept
  }
  // First: were this process to end in between, the next start would do both again.
  signOutBrowsers(folder)
  const key = newSecret()
  writeKey(file, key, place)
  return key
}

/** [DF13] Gives a copy that replaces its folder the folder's key, and with it its browsers. */
export function keepKeyIn(copy: string): void {
  const file = join(copy, KEY_FILE)
  const known = readPrivateFile(file)
  const kept = keyIn((known.ok && known.value) || '')
  if (kept !== undefined) writeKey(file, kept, folderPlaceOf(copy))
}

/** On a line of its own: what reads the key alone reads the first. */
function writeKey(file: string, key: string, place: FolderPlace): void {
  writePrivateFile(file, `${key}\n${JSON.stringify(place)}\n`)
}

/** Where the folder of this key is; undefined: the key was made before that was noted. */
function placeIn(text: string): FolderPlace | undefined {
  const line = text.split('\n')[1]
  if (line === undefined || line === '') return undefined
  try {
    const parsed = z.safeParse(placeField, JSON.parse(line))
    return parsed.success ? parsed.data : NOWHERE
  } catch {
    // Not JSON: the file was edited, and says nothing of this folder.
    return NOWHERE
  }
}

/** Is no folder's place: the key next to it is replaced. */
const NOWHERE: FolderPlace = { machine: '', device: '', inode: '', born: '', path: '', boot: '' }
