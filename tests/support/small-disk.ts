import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own of a few megabytes. */
export interface SmallDisk {
  readonly folder: string
  /** Writes a file until nothing more goes in. */
  fill(file: string): void
  /** Mounts it for reading only, or for writing again. */
  mountAgain(how: 'ro' | 'rw'): void
  remove(): void
}

/** Null where this user may mount none: it needs root, and Linux. */
export function smallDisk(): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'pipe' })
  } catch (error) {
    console.info(`No disk to fill here: ${String(error)}`)
    rmSync(folder, { recursive: true })
    return null
  }
  return {
    folder,
    fill,
    mountAgain: how => void execFileSync('mount', ['-o', `remount,${how}`, folder], { stdio: 'pipe' }),
    remove() {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true })
    },
  }
}

function fill(file: string): void {
  const out = openSync(file, 'w')
  try {
    for (const size of [65_536, 4_096, 1]) {
      try {
        for (;;) if (writeSync(out, Buffer.alloc(size)) < size) break
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    }
  } finally {
    closeSync(out)
  }
}
