import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programFile } from './program'
import { freePort, startServer } from './server-process'

export type LabelSet = Readonly<Record<string, string>>

/** A real Alertmanager on a free port of 127.0.0.1, alone and without anybody to notify. */
export interface Alertmanager {
  readonly origin: string
  /** Posts alerts that began now. */
  post(alerts: readonly { readonly labels: LabelSet; readonly annotations: LabelSet }[]): Promise<void>
  /** Silences every alert with this label for an hour. */
  silence(name: string, value: string): Promise<void>
  stop(): Promise<void>
}

const config = { route: { receiver: 'nobody' }, receivers: [{ name: 'nobody' }] }

export async function startAlertmanager(folder: string): Promise<Alertmanager> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const file = join(folder, 'alertmanager.json')
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify(config))
  const words = [
    `--config.file=${file}`,
    `--web.listen-address=127.0.0.1:${port}`,
    `--storage.path=${join(folder, 'data')}`,
    '--cluster.listen-address=',
  ]
  const server = await startServer(programFile('alertmanager'), words, `${origin}/-/ready`)
  return {
    origin,
    post: alerts => write(`${origin}/api/v2/alerts`, alerts),
    silence: (name, value) => write(`${origin}/api/v2/silences`, silenceOf(name, value)),
    stop: server.stop,
  }
}

function silenceOf(name: string, value: string): object {
  const now = Date.now()
  return {
    matchers: [{ name, value, isRegex: false, isEqual: true }],
    startsAt: new Date(now).toISOString(),
    endsAt: new Date(now + 3_600_000).toISOString(),
    createdBy: 'test',
    comment: 'known',
  }
}

async function write(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
}
