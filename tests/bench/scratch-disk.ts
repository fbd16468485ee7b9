import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Runs with an empty folder on the project's own disk, and removes it. The system's folder for temporary files may be
 * in memory, where a sync costs nothing.
 */
export async function onScratchDisk<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = scratchFolder()
  try {
    return await run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same for what is told one by one. */
export async function* eachOnScratchDisk<T>(run: (folder: string) => AsyncIterable<T>): AsyncGenerator<T> {
  const folder = scratchFolder()
  try {
    yield* run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function scratchFolder(): string {
  const parent = join(process.cwd(), 'out/bench')
  mkdirSync(parent, { recursive: true })
  return mkdtempSync(join(parent, 'scratch-'))
}
