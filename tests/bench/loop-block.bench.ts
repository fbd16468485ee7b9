import { join } from 'node:path'
import { stormName, typeInStorm } from './loop/storm'
import { atMost, type BenchResult } from './result'
import { eachOnScratchDisk } from './scratch-disk'
import { percentile } from './typing/key-to-paint'

/** How long what is large keeps the engine's loop, and whoever types meanwhile. */
export function run(): AsyncGenerator<BenchResult> {
  return eachOnScratchDisk(async function* (folder) {
    const { lines, longest, longestCpu } = await typeInStorm(join(folder, 'storm'))
    const what = `with ${stormName}`
    yield atMost({ name: `A typed line on disk, p99, ${what}`, value: percentile(lines, 0.99), unit: 'ms' }, 100)
    yield { name: `A typed line on disk, median, ${what}`, value: percentile(lines, 0.5), unit: 'ms' }
    yield atMost({ name: `Longest turn of the loop ${what}`, value: longest, unit: 'ms' }, 50)
    yield { name: `Most CPU of one turn ${what}`, value: longestCpu, unit: 'ms' }
  })
}
