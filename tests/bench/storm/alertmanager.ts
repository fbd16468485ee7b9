import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PostedAlert } from './alerts'
import { freePort, type Peer, startPeer } from './processes'

/** Milliseconds from the first byte. */
export interface Measured {
  readonly ingested: number
  readonly visible: number
  readonly cpu: number
}

const config = 'route: { receiver: none, group_by: [service] }\nreceivers: [{ name: none }]\n'

/** A real Alertmanager gets the storm in batches, as Prometheus sends it: one after the other over one connection. */
export async function measureAlertmanager(alerts: readonly PostedAlert[], batch: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-bench-'))
  writeFileSync(join(folder, 'alertmanager.yml'), config)
  const port = await freePort()
  const flags = [`--web.listen-address=127.0.0.1:${port}`, '--cluster.listen-address=', `--storage.path=${folder}`]
  const file = `--config.file=${join(folder, 'alertmanager.yml')}`
  const peer = await startPeer('prometheus-alertmanager', [file, ...flags], port, '/api/v2/status')
  try {
    return await send(peer, bodiesOf(alerts, batch), alerts.length)
  } finally {
    await peer.stop()
    rmSync(folder, { recursive: true })
  }
}

/** Written beforehand: what it costs to write them is not Alertmanager's. */
function bodiesOf(alerts: readonly PostedAlert[], batch: number): readonly string[] {
  const count = Math.ceil(alerts.length / batch)
  return Array.from({ length: count }, (_, at) => JSON.stringify(alerts.slice(at * batch, (at + 1) * batch)))
}

async function send(peer: Peer, bodies: readonly string[], count: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const [cpuBefore, start] = [peer.cpu(), performance.now()]
  for (const body of bodies) await ask(`${peer.origin}/api/v2/alerts`, agent, body)
  const ingested = performance.now() - start
  while (countOf(await ask(`${peer.origin}/api/v2/alerts/groups`, agent)) < count);
  const visible = performance.now() - start
  agent.destroy()
  return { ingested, visible, cpu: peer.cpu() - cpuBefore }
}

/** Cheaper than parsing it: what the reader pays is not Alertmanager's either. */
function countOf(groups: string): number {
  return groups.split('"fingerprint"').length - 1
}

function ask(url: string, agent: Agent, body?: string): Promise<string> {
  return new Promise((done, failed) => {
    const headers = { 'Content-Type': 'application/json' }
    const sent = request(url, { agent, method: body === undefined ? 'GET' : 'POST', headers }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        if (response.statusCode === 200) done(Buffer.concat(chunks).toString('utf8'))
        else failed(new Error(`${url} answered ${response.statusCode}`))
      })
    })
    sent.on('error', failed).end(body)
  })
}
