import type { WorkerEntry } from '../../src/main/engine/ports'

/** The engine's threads as their source: a hook strips the types and finds imports that name no file's ending. */
export const workerSource: WorkerEntry = workerFrom(new URL('../../src/main/worker.ts', import.meta.url))

/** A thread that does other jobs. */
export function workerFrom(file: URL): WorkerEntry {
  return { file, execArgv: ['--import', new URL('./plain-typescript.mjs', import.meta.url).href] }
}
