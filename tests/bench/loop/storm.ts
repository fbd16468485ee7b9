import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSettings } from '../../../src/main/hosts/web/settings'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { writeLongLog } from '../long-log'
import { quietEngine } from '../quiet-engine'
import { sitDown } from '../scribe'
import { asTold, stormOf } from '../storm/alerts'
import { type TypedMeanwhile, typeMeanwhile } from './typing'

const ALERTS = 50_000
const EVERY_SECONDS = 3
/** So many answers, each of which changes every alert. */
const ANSWERS = 10
/** Somebody types, while an Alertmanager answers 50,000 alerts each three seconds, all of them other than before. */
export async function typeInStorm(folder: string): Promise<TypedMeanwhile> {
  mkdirSync(folder)
  const files = [0, 1].map(turn => {
    const file = join(folder, `alerts-${turn}.json`)
    writeFileSync(file, asTold(stormOf(ALERTS, Date.now() - turn * MINUTE)))
    return file
  })
  const source = fork(join(process.cwd(), 'tests/bench/loop/changing-source.mjs'), files, { execArgv: [] })
  const [{ port }] = (await once(source, 'message')) as [{ port: number }]
  const data = join(folder, 'data')
  const { incident } = writeLongLog(data, 100)
  const connection = { id: 'am' as ConnectionId, vendor: 'alertmanager', name: 'Alertmanager' } as const
  const baseUrl = `http://127.0.0.1:${port}`
  openSettings(data).write({ connections: [{ ...connection, baseUrl, everySeconds: EVERY_SECONDS }], panels: [] })
  const engine = quietEngine(data)
  const scribe = await sitDown(push => engine.openSession(written(push), 'host'), incident)
  try {
    // The first answer finds an empty store.
    await answered(source, 2)
    return await typeMeanwhile(scribe, answered(source, 2 + ANSWERS))
  } finally {
    await engine.stop()
    source.kill()
  }
}

/** As a host writes what it pushes. */
function written(push: (name: string, payload: unknown) => void) {
  return (name: string, payload: unknown) => {
    JSON.stringify(payload)
    push(name, payload)
  }
}

async function answered(source: ReturnType<typeof fork>, times: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const count = (message: unknown) => {
    if (typeof message === 'number' && message >= times) resolve()
  }
  source.on('message', count)
  await promise
  source.off('message', count)
}

export const stormName = `${ALERTS.toLocaleString('en')} alerts each ${(EVERY_SECONDS * SECOND) / SECOND} s`
