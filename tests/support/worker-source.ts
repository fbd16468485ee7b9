import type { WorkerEntry } from '../../src/main/engine/ports'

/** The engine's threads as their source: Node strips the types, and a hook finds imports that name no file's ending. */
export const workerSource: WorkerEntry = workerFrom(new URL('../../src/main/worker.ts', import.meta.url))

/** A thread that does other jobs. */
export function workerFrom(file: URL): WorkerEntry {
  return { file, execArgv: ['--import', new URL('./plain-typescript.ts', import.meta.url).href] }
}
