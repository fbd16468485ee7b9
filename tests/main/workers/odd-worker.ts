import { once } from 'node:events'
import { threadId } from 'node:worker_threads'
import type { JobContext, RunJob } from '../../../src/main/engine/workers/job'
import { served, serveJobs } from '../../../src/main/engine/workers/serve-jobs'
import * as jobs from './odd-jobs'

type Run = RunJob<number, number, number>

const count: Run = async (upTo, { report }) => {
  for (let n = 1; n <= upTo; n += 1) await report(n)
  return upTo
}

const polite: Run = (_, { cancelled }) => {
  while (!cancelled());
  throw new Error('cancelled')
}

const wait: Run = async (_, { signal }) => {
  await once(signal, 'abort')
  throw new Error('cancelled')
}

const hoard: Run = () => {
  const held: object[] = []
  for (;;) held.push(Array.from({ length: 1_000 }, (_, at) => ({ at })))
}

const crash: Run = () => {
  setImmediate(() => {
    throw new Error('nobody catches this')
  })
  return new Promise(() => undefined)
}

const misreport = (async (_: number, { report }: JobContext<number>) => {
  await report('seven' as never)
  return 1
}) satisfies Run

const runs = new Map<(typeof jobs)[keyof typeof jobs], Run>([
  [jobs.countUp, count],
  [
    jobs.throwing,
    () => {
      throw new Error('out of order')
    },
  ],
  [
    jobs.endless,
    () => {
      for (;;);
    },
  ],
  [jobs.polite, polite],
  [jobs.waiting, wait],
  [jobs.hoarding, hoard],
  [jobs.exiting, () => process.exit(3)],
  [jobs.crashing, crash],
  [jobs.misspeaking, () => 'seven' as never],
  [jobs.misreporting, misreport],
  [jobs.threadNumber, () => threadId],
  [jobs.environment, () => Object.keys(process.env).length],
])

serveJobs([...runs].map(([job, run]) => served(job, async () => run)))
