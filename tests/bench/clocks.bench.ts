import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Engine } from '../../src/main/engine/engine'
import { type IncidentId, newId, type RequestId, type StrategyId } from '../../src/shared/domain/ids'
import { MINUTE, type Millis, SECOND } from '../../src/shared/lib/time'
import { median } from './median'
import { quietEngine } from './quiet-engine'
import { against, type BenchResult } from './result'
import { onScratchDisk } from './scratch-disk'

const CLOCKS = 200
const DUE = 10
const ROUNDS = 3
const SPAN: Millis = 5 * SECOND

/** What the engine uses of a core while 200 clocks of one incident run, while 10 of them come due, and before there are any. */
export function run(): Promise<readonly BenchResult[]> {
  return onScratchDisk(async folder => {
    const engine = quietEngine(join(folder, 'clocks'))
    try {
      await busyShare()
      const none = await busyShare()
      await startClocks(engine, 0)
      // What their commands leave to do, such as writing the state of the incident, is not what clocks cost.
      await busyShare()
      const running = await sharesOf(busyShare)
      const due = await sharesOf(async round => {
        await startClocks(engine, round + 1, DUE)
        return await busyShare()
      })
      const [name, unit] = [`CPU of the engine, ${CLOCKS} clocks`, '%']
      return [
        { ...against({ name, value: running, unit }, none), target: 1, ok: running < 1 },
        against(
          { name: `${name} more in each round, of which ${DUE} come due in ${SPAN / SECOND} s`, value: due, unit },
          none,
        ),
      ]
    } finally {
      await engine.stop()
    }
  })
}

async function sharesOf(measure: (round: number) => Promise<number>): Promise<number> {
  const shares: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) shares.push(await measure(round))
  return median(shares)
}

/** Percent of one core that this process used for a while. */
async function busyShare(): Promise<number> {
  const [cpu, began] = [process.cpuUsage(), performance.now()]
  await pause(SPAN)
  const { user, system } = process.cpuUsage(cpu)
  return (user + system) / 10 / (performance.now() - began)
}

/** An incident of its own with its clocks; those that come due do so while it is measured. */
async function startClocks(engine: Engine, round: number, due = 0): Promise<void> {
  const session = engine.openSession(() => undefined, 'host')
  const incident = newId<IncidentId>()
  const call = async (name: string, input: object) => {
    const reply = await session.call(newId<RequestId>(), name, { incident, ...input })
    if (!reply.ok) throw new Error(JSON.stringify(reply.fault))
  }
  await call('incident:declare', { title: `Incident ${round}`, severity: 'SEV-1', impact: '' })
  // Those that come due are started last, so that none of them has when the measuring begins.
  for (let clock = CLOCKS; clock > 0; clock -= 1) {
    const dueAt = Date.now() + (clock > due ? 10 * MINUTE : SECOND + Math.round((clock * SPAN) / due / 2))
    const item = { kind: 'task', text: `Task ${clock}`, owner: null, dueAt }
    await call('strategy:put', { id: newId<StrategyId>(), item })
  }
  session.close()
}
