import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs'

/** Writes a new file that only its owner may read, and syncs it. @throws where there is one already, and on a failing disk */
export function writeSynced(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
