import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAlertStore } from '../../../src/main/engine/alerts/alert-store'
import { realTimeClock } from '../../../src/main/engine/clock/clock'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { openStore } from '../../../src/main/engine/storage/store'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { Measured } from './alertmanager'
import { freePort, startPeer } from './processes'

/** Serves one file, in a process of its own, so that its CPU is not counted as ours. */
const source = `const [, file, port] = process.argv, body = require('node:fs').readFileSync(file)
require('node:http').createServer((q, r) => r.end(q.url.endsWith('/alerts') ? body : '[]')).listen(+port, '127.0.0.1')`

const silent = { info: () => undefined, warn: () => undefined, error: (message: string) => console.error(message) }

/**
 * The cockpit's own way from a vendor to the screen: the Alertmanager client reads, parses and translates the storm,
 * the index groups it, the groups are written as a push, and every alert goes to the disk, synced, `batch` at a time.
 * Ingested means on disk; visible means pushed.
 */
export async function measureQuarterdeck(told: string, batch: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-bench-'))
  const file = join(folder, 'alerts.json')
  writeFileSync(file, told)
  const port = await freePort()
  const peer = await startPeer(process.execPath, ['-e', source, file, String(port)], port, '/')
  try {
    return await read(peer.origin, folder, batch)
  } finally {
    await peer.stop()
    rmSync(folder, { recursive: true })
  }
}

async function read(origin: string, folder: string, batch: number): Promise<Measured> {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  let visible = 0
  let start = 0
  const tell = (groups: unknown) => {
    JSON.stringify(groups)
    visible = performance.now() - start
  }
  const clock = realTimeClock()
  const ledger = openLedger(store.value, silent, () => undefined)
  const storm = openAlertStore({
    ...{ db: store.value.db, ledger, clock, logger: silent },
    dependsOn: {},
    tell,
    keptAtOnce: batch,
  })
  const connection = { id: 'am' as ConnectionId, vendor: 'alertmanager', name: 'am', baseUrl: origin } as const
  const account = openAccount(connection, null, createHttpClient())
  globalThis.gc?.()
  const cpuBefore = process.cpuUsage()
  start = performance.now()
  const rows = await account.alerts?.fetchOpenAlerts(new AbortController().signal)
  if (rows?.ok !== true) throw new Error(`The source was not read: ${JSON.stringify(rows?.fault)}`)
  storm.read(connection.id, rows.value, clock.now())
  await storm.settled()
  const ingested = performance.now() - start
  const { user, system } = process.cpuUsage(cpuBefore)
  storm.stop()
  store.value.close()
  return { ingested, visible, cpu: (user + system) / 1_000 }
}
