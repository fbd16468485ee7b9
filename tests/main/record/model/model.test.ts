import { expect, it, onTestFinished } from 'vitest'
import { scratchFolder } from '../../../support/folders'
import { runSeed } from '../../../support/seeded'
import {
  expectConverged,
  expectFlipsTold,
  expectPlainFold,
  expectSameBundles,
  expectTruePages,
  expectUnions,
} from './oracles'
import { type Counts, openWorld } from './world'

/**
 * Replay: `QUARTERDECK_SEED=… vitest run tests/main/record/model`. The seed decides the machines, what people do there, what
 * is carried and lost, crashes, restores, clocks and the version that lacks a kind. Soak: `QUARTERDECK_WORLDS=200`.
 */
const WORLDS = Number(process.env.QUARTERDECK_WORLDS ?? 8)
const STEPS = 80
/** Far more than it takes, for a machine that is busy with other things. */
const LONGEST = 60_000 * WORLDS

it(
  `[RK9] [CF4] in ${WORLDS} worlds of machines apart nothing is lost, and all come to the same`,
  async () => {
    const seed = runSeed()
    console.log(`model of the record: QUARTERDECK_SEED=${seed}`)
    const sums: Record<string, number> = {}
    for (let n = 0; n < WORLDS; n += 1) {
      const counts = await runWorld(`${seed}/${n}`).catch((cause: unknown) => {
        throw new Error(`QUARTERDECK_SEED=${seed} replays world ${n}: ${String(cause)}`, { cause })
      })
      for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count
    }
    console.log(JSON.stringify(sums))
    // A run in which little happened proves little.
    for (const name of ['commands', 'merges', 'late', 'held', 'crashes', 'restores', 'drops'])
      expect(sums[name], name).toBeGreaterThan(0)
  },
  LONGEST,
)

async function runWorld(seed: string): Promise<Counts> {
  const folder = scratchFolder()
  const world = openWorld(folder, seed)
  onTestFinished(world.close)
  for (let n = 0; n < STEPS; n += 1) {
    world.step(n)
    // Before a crash or a dropped line gives it all of the record anew.
    if (n % 4 === 3) await expectTruePages(world)
  }
  world.heal()
  expectConverged(world)
  for (const machine of world.machines) expectPlainFold(machine)
  await expectTruePages(world)
  expectUnions(world, seed)
  expectFlipsTold(world, seed)
  await expectSameBundles(world, folder, seed)
  world.close()
  return world.counts
}
