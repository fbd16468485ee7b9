import { expect, it } from 'vitest'
import type { IncidentId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import { pick, runSeed, seeded } from '../../support/seeded'
import { askPost, carry, declare, type OpenFolder, openFolder, postsOf, startSlack } from '../copied-folder/stage'

const RUNS = 8
const STEPS = 24

interface Machine {
  engine: OpenFolder
  outbox: ReturnType<OpenFolder['start']>
}

function opened(folder: string, vendor: Parameters<typeof openFolder>[1], clock?: OpenFolder['clock']): Machine {
  const engine = openFolder(folder, vendor, clock)
  return { engine, outbox: engine.start() }
}

/** What every machine must agree on once each has all events. */
function agreed({ ledger }: OpenFolder, incident: IncidentId) {
  const { owner, acts } = ledger.record(incident)?.incident ?? {}
  return { owner, acts: acts?.map(({ id, standing }) => [id, standing.state]) }
}

it(`[OW1] [OW3] of ${RUNS} stories of three machines that ask, take over, exchange and start again by chance, nothing is sent twice`, async () => {
  const seed = runSeed()
  console.log(`who sends: QUARTERDECK_SEED=${seed}`)
  for (let run = 0; run < RUNS; run += 1) {
    const random = seeded(seed, run)
    const vendor = await startSlack()
    const machines = [opened(scratchFolder(), vendor)]
    const [first] = machines
    if (first === undefined) throw new Error('There is no machine')
    const incident = declare(first.engine)
    for (let more = 0; more < 2; more += 1) {
      const machine = opened(scratchFolder(), vendor)
      await carry(incident, first.engine, machine.engine)
      machines.push(machine)
    }
    let asked = 0
    for (let step = 0; step < STEPS; step += 1) {
      const machine = pick(random, machines)
      const { engine } = machine
      const chance = random()
      if (chance < 0.3) {
        asked += 1
        askPost(engine, incident, `post-${asked}`)
      } else if (chance < 0.45) {
        engine.run('owner:take', { incident, term: engine.ledger.record(incident)?.incident.owner?.term ?? 1 })
      } else if (chance < 0.75) {
        const other = pick(random, machines)
        if (other !== machine) await carry(incident, engine, other.engine)
      } else if (chance < 0.9) {
        machine.outbox.wake()
        engine.clock.advance(MINUTE)
        await new Promise(done => setTimeout(done, 10))
      } else {
        await engine.stop()
        Object.assign(machine, opened(engine.store.folder, vendor, engine.clock))
      }
    }
    await exchangeAll(machines, incident)
    for (const { outbox, engine } of machines) {
      outbox.wake()
      engine.clock.advance(MINUTE)
    }
    await new Promise(done => setTimeout(done, 50))
    await exchangeAll(machines, incident)
    const [one, ...others] = machines.map(({ engine }) => agreed(engine, incident))
    for (const other of others) expect(other, `QUARTERDECK_SEED=${seed}, run ${run}`).toEqual(one)
    const sending = machines.filter(({ engine }) => engine.ledger.sends(incident))
    expect(sending, `QUARTERDECK_SEED=${seed}, run ${run}`).toHaveLength(1)
    const posts = postsOf(vendor)
    expect(
      posts.filter((post, at) => posts.indexOf(post) !== at),
      `QUARTERDECK_SEED=${seed}, run ${run}`,
    ).toEqual([])
    for (const { engine } of machines) await engine.stop()
  }
})

/** Until nothing of it is new anywhere: what a machine hears may make it write. */
async function exchangeAll(machines: readonly Machine[], incident: IncidentId): Promise<void> {
  for (let round = 0; round < 3; round += 1)
    for (const from of machines)
      for (const to of machines) if (from !== to) await carry(incident, from.engine, to.engine)
}
