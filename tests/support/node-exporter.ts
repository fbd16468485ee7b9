import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { programFile } from './program'
import { freePort, startServer } from './server-process'

export interface ScrapedMachine {
  /** Of the Prometheus. */
  readonly origin: string
  stop(): Promise<void>
}

/** A real node exporter of this machine and a real Prometheus that reads it every second, both on 127.0.0.1. */
export async function startScrapedMachine(folder: string): Promise<ScrapedMachine> {
  const [exporterPort, port] = [await freePort(), await freePort()]
  const exporterWords = [
    `--web.listen-address=127.0.0.1:${exporterPort}`,
    '--collector.processes',
    '--collector.interrupts',
  ]
  const exporter = await startServer(programFile('node-exporter'), exporterWords, `http://127.0.0.1:${exporterPort}/`)
  const config = join(folder, 'scraping.json')
  const jobs = [{ job_name: 'node', static_configs: [{ targets: [`127.0.0.1:${exporterPort}`] }] }]
  // JSON is YAML too.
  writeFileSync(config, JSON.stringify({ global: { scrape_interval: '1s' }, scrape_configs: jobs }))
  mkdirSync(join(folder, 'scraped'))
  const words = [
    `--config.file=${config}`,
    `--web.listen-address=127.0.0.1:${port}`,
    `--storage.tsdb.path=${join(folder, 'scraped')}`,
  ]
  const origin = `http://127.0.0.1:${port}`
  const prometheus = await startServer(programFile('prometheus'), words, `${origin}/-/ready`)
  await untilScraped(origin)
  return {
    origin,
    async stop() {
      await prometheus.stop()
      await exporter.stop()
    },
  }
}

/** Rates need several readings. */
async function untilScraped(origin: string): Promise<void> {
  const question = `${origin}/api/v1/query?${new URLSearchParams({ query: 'count_over_time(node_load1[1m]) >= 4' })}`
  for (let tries = 0; tries < 100; tries++) {
    const answer = await (await fetch(question)).text()
    if (answer.includes('"metric"')) return
    // A Prometheus tells nobody when it has read a target: it has to be asked.
    await pause(200)
  }
  throw new Error('Prometheus did not read the node exporter within 20 seconds')
}
