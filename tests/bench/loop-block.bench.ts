import { join } from 'node:path'
import { BACKED_UP, IMPORTED, typeInBackup, typeInImport } from './loop/large-files'
import { stormName, typeInStorm } from './loop/storm'
import type { TypedMeanwhile } from './loop/typing'
import { atMost, type BenchResult } from './result'
import { eachOnScratchDisk } from './scratch-disk'
import { percentile } from './typing/key-to-paint'

/** How long what is large keeps the engine's loop, and whoever types meanwhile. */
export function run(): AsyncGenerator<BenchResult> {
  return eachOnScratchDisk(async function* (folder) {
    yield* told(`with ${stormName}`, await typeInStorm(join(folder, 'storm')))
    yield* told(
      `while ${IMPORTED.toLocaleString('en')} events are imported`,
      await typeInImport(join(folder, 'import')),
    )
    yield* told(
      `while ${BACKED_UP.toLocaleString('en')} events are backed up`,
      await typeInBackup(join(folder, 'backup')),
    )
  })
}

function told(what: string, { lines, longest, longestCpu }: TypedMeanwhile): readonly BenchResult[] {
  return [
    atMost({ name: `A typed line on disk, p99, ${what}`, value: percentile(lines, 0.99), unit: 'ms' }, 100),
    { name: `A typed line on disk, median, ${what}`, value: percentile(lines, 0.5), unit: 'ms' },
    atMost({ name: `Longest turn of the loop ${what}`, value: longest, unit: 'ms' }, 50),
    { name: `Most CPU of one turn ${what}`, value: longestCpu, unit: 'ms' },
  ]
}
