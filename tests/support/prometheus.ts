import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { programFile } from './program'
import { freePort, type ServerProcess, startServer } from './server-process'

const run = promisify(execFile)

export interface PrometheusOptions {
  /** OpenMetrics text with timestamps, its `# EOF` included. */
  readonly metrics: string
  /** A rule file, or nothing. */
  readonly rules?: string
  /** Address of a store that is read beside the own one. */
  readonly remoteRead?: string
}

/** A real Prometheus on a free port of 127.0.0.1, with data of its own. */
export interface Prometheus {
  readonly origin: string
  /** Starts it, or starts it again on the same port and data. */
  start(): Promise<void>
  stop(): Promise<void>
  /** What it says of an expression now: one value a series. */
  query(expr: string): Promise<readonly number[]>
}

/** Writes blocks and configuration into an empty folder; nothing runs yet. */
export async function preparePrometheus(folder: string, options: PrometheusOptions): Promise<Prometheus> {
  const file = programFile('prometheus')
  const data = join(folder, 'data')
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  let server: ServerProcess | undefined
  mkdirSync(data, { recursive: true })
  const config = writeConfig(folder, options)
  await writeBlocks(join(dirname(file), 'promtool'), join(folder, 'metrics.txt'), data, options.metrics)
  const words = [
    `--config.file=${config}`,
    `--web.listen-address=127.0.0.1:${port}`,
    `--storage.tsdb.path=${data}`,
    '--storage.tsdb.retention.time=10y',
  ]
  return {
    origin,
    async start() {
      server = await startServer(file, words, `${origin}/-/ready`)
    },
    async stop() {
      await server?.stop()
    },
    query: expr => query(origin, expr),
  }
}

function writeConfig(folder: string, { rules, remoteRead }: PrometheusOptions): string {
  const file = join(folder, 'prometheus.json')
  // JSON is YAML too.
  const config = {
    global: { evaluation_interval: '1s' },
    ...(rules !== undefined && { rule_files: ['rules.yaml'] }),
    ...(remoteRead !== undefined && { remote_read: [{ url: remoteRead, read_recent: true }] }),
  }
  if (rules !== undefined) writeFileSync(join(folder, 'rules.yaml'), rules)
  writeFileSync(file, JSON.stringify(config))
  return file
}

async function writeBlocks(promtool: string, file: string, data: string, metrics: string): Promise<void> {
  writeFileSync(file, metrics)
  await run(promtool, ['tsdb', 'create-blocks-from', 'openmetrics', file, data], { timeout: 30_000 })
}

async function query(origin: string, expr: string): Promise<readonly number[]> {
  const answer = await fetch(`${origin}/api/v1/query?${new URLSearchParams({ query: expr })}`)
  const { data } = (await answer.json()) as { data: { result: readonly { value: readonly [number, string] }[] } }
  return data.result.map(({ value }) => Number(value[1]))
}
