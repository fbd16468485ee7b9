import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openRunbooks } from '../../src/main/engine/runbooks/runbooks'
import { openWorkers } from '../../src/main/engine/workers/workers'
import { keptLogger } from '../support/kept-logger'
import { median } from './median'
import { atMost, type BenchResult } from './result'
import { eachOnScratchDisk } from './scratch-disk'

const RUNBOOKS = 2_000
const LINES = 200
const SEARCHES = ['kubectl', 'pool exhausted', 'service 1999', 'rol', 'step seven of runbook']

/** How soon 2,000 runbooks of 200 lines can be found after they are asked for first, and what a search takes then. */
export function run(): AsyncGenerator<BenchResult> {
  return eachOnScratchDisk(async function* (folder) {
    const team = join(folder, 'runbooks')
    mkdirSync(team)
    for (let number = 0; number < RUNBOOKS; number += 1) writeFileSync(join(team, `r${number}.md`), runbook(number))
    const workers = openWorkers({ file: pathToFileURL(join(process.cwd(), 'out/main/worker.js')), execArgv: [] })
    const read = Promise.withResolvers<void>()
    const options = { shipped: join(folder, 'none'), folder: team, workers, logger: keptLogger(), now: Date.now }
    const runbooks = openRunbooks({ ...options, onRead: () => read.resolve() })
    try {
      const began = performance.now()
      const found = await runbooks.search('kubectl')
      const ready = performance.now() - began
      if (found.length === 0) throw new Error('Nothing was found')
      yield atMost({ name: `${RUNBOOKS.toLocaleString('en')} runbooks ready`, value: ready, unit: 'ms' }, 2_000)
      await read.promise
      const times: number[] = []
      for (let round = 0; round < 20; round += 1) {
        for (const typed of SEARCHES) {
          const from = performance.now()
          await runbooks.search(typed)
          times.push(performance.now() - from)
        }
      }
      yield atMost({ name: 'search of them, median', value: median(times), unit: 'ms' }, 10)
      yield atMost({ name: 'search of them, slowest', value: Math.max(...times), unit: 'ms' }, 10)
    } finally {
      runbooks.stop()
      await workers.stop()
    }
  })
}

function runbook(number: number): string {
  const head = [
    '---',
    `title: Runbook ${number}`,
    `services: [service-${number}]`,
    `alerts: [Alert${number}]`,
    '---',
    '',
  ]
  const lines = Array.from({ length: LINES - head.length }, (_, at) => {
    if (at % 10 === 0) return `## Step ${at / 10} of runbook ${number}`
    if (at % 10 === 2) return '```sh {"qd-kind":"check"}'
    if (at % 10 === 3)
      return `kubectl get pods -n service-${number} # pool exhausted word${(number * 31 + at) % 30_000}`
    return at % 10 === 4 ? '```' : at % 10 < 5 ? '' : `- [ ] Look at number ${at} before you go on with seven others`
  })
  return [...head, ...lines].join('\n')
}
