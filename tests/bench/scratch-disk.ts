import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Runs with an empty folder on the project's own disk, and removes it. The system's folder for temporary files may be
 * in memory, where a sync costs nothing.
 */
export async function onScratchDisk<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const parent = join(process.cwd(), 'out/bench')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'scratch-'))
  try {
    return await run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
