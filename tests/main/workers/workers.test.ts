import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openWorkers, type WorkersOptions } from '../../../src/main/engine/workers/workers'
import { workerFrom } from '../../support/worker-source'
import * as jobs from './odd-jobs'

const entry = workerFrom(new URL('./odd-worker.ts', import.meta.url))

function opened(options: WorkersOptions = {}, file = entry) {
  const workers = openWorkers(file, options)
  onTestFinished(() => workers.stop())
  return workers
}

test('[WT1] runs a job in a thread and gives back what it made', async () => {
  const workers = opened()
  expect(await workers.run(jobs.countUp, 3)).toEqual({ ok: true, value: 3 })
  const thread = await workers.run(jobs.threadNumber, 0)
  expect(thread.ok && thread.value).toBeGreaterThan(0)
})

test('[WT1] reports progress in order, and goes on only when a report was taken', async () => {
  const [heard, busy]: [number[], number[]] = [[], []]
  const reply = await opened().run(jobs.countUp, 5, {
    async onProgress(n) {
      busy.push(n)
      await setImmediate()
      heard.push(n)
      // The next one would be among these, had the job not waited.
      expect(busy).toEqual(heard)
    },
  })
  expect(reply).toEqual({ ok: true, value: 5 })
  expect(heard).toEqual([1, 2, 3, 4, 5])
})

test.each([
  ['throws', jobs.throwing, 'failed'],
  ['is of no name that the thread knows', jobs.unserved, 'failed'],
  ['answers in another form', jobs.misspeaking, 'failed'],
  ['reports in another form', jobs.misreporting, 'failed'],
  ['ends its thread', jobs.exiting, 'crashed'],
  ['crashes its thread from elsewhere', jobs.crashing, 'crashed'],
] as const)('[WT1] a job that %s is a fault, and the next one runs', async (_, job, code) => {
  const workers = opened()
  expect(await workers.run(job, 0)).toMatchObject({ ok: false, fault: { code } })
  expect(await workers.run(jobs.countUp, 2)).toEqual({ ok: true, value: 2 })
})

test('[WT1] a job that needs too much memory is a fault, and the process and the next job go on', async () => {
  const workers = opened({ megabytes: 32 })
  expect(await workers.run(jobs.hoarding, 0)).toMatchObject({ ok: false, fault: { code: 'out-of-memory' } })
  expect(await workers.run(jobs.countUp, 1)).toEqual({ ok: true, value: 1 })
})

test('[WT1] a thread that cannot be started is a fault', async () => {
  const workers = opened({}, workerFrom(new URL('./no-such-worker.ts', import.meta.url)))
  expect(await workers.run(jobs.countUp, 1)).toMatchObject({ ok: false, fault: { code: 'crashed' } })
})

test.each([
  ['waits for its signal', jobs.waiting],
  ['asks whether it was cancelled', jobs.polite],
  ['never looks up', jobs.endless],
])('[WT1] a job that %s can be cancelled, and the next one runs', async (_, job) => {
  const workers = opened({ grace: 100 })
  const cancel = new AbortController()
  const reply = workers.run(job, 0, { signal: cancel.signal })
  cancel.abort()
  expect(await reply).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
  expect(await workers.run(jobs.countUp, 1)).toEqual({ ok: true, value: 1 })
})

test('[WT1] a job that is cancelled while it stands in line is not begun', async () => {
  const workers = opened({ grace: 100 })
  const [first, second] = [new AbortController(), new AbortController()]
  const running = workers.run(jobs.waiting, 0, { signal: first.signal })
  const inLine = workers.run(jobs.exiting, 0, { signal: second.signal })
  second.abort()
  first.abort()
  await running
  expect(await inLine).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
})

test('[WT1] a throw of whoever takes the progress is thrown to whoever asked, and the next job runs', async () => {
  const workers = opened()
  const reply = workers.run(jobs.countUp, 3, {
    onProgress: () => {
      throw new Error('cannot take it')
    },
  })
  await expect(reply).rejects.toThrow('cannot take it')
  expect(await workers.run(jobs.countUp, 1)).toEqual({ ok: true, value: 1 })
})

test('[WT1] a stop of the engine answers what runs and what stands in line', async () => {
  const workers = openWorkers(entry, { grace: 100 })
  const [busy, inLine] = [workers.run(jobs.endless, 0), workers.run(jobs.countUp, 1)]
  await workers.stop()
  expect(await busy).toMatchObject({ ok: false, fault: { code: 'stopped' } })
  expect(await inLine).toMatchObject({ ok: false, fault: { code: 'stopped' } })
  expect(await workers.run(jobs.countUp, 1)).toMatchObject({ ok: false, fault: { code: 'stopped' } })
})

test('[WT2] what somebody waits for does not stand behind what runs in the background', async () => {
  const workers = opened({ grace: 100 })
  const cancel = new AbortController()
  const background = workers.run(jobs.endless, 0, { signal: cancel.signal })
  expect(await workers.run(jobs.countUp, 2, { waitedFor: true })).toEqual({ ok: true, value: 2 })
  cancel.abort()
  await background
})

test('[WT2] jobs of the background share one thread, one after the other', async () => {
  const workers = opened()
  const [a, b] = await Promise.all([workers.run(jobs.threadNumber, 0), workers.run(jobs.threadNumber, 0)])
  expect(a).toEqual(b)
})

test('[WT2] a thread with nothing to do ends, and a new one takes the next job', async () => {
  const workers = opened({ idle: 1 })
  const first = await workers.run(jobs.threadNumber, 0)
  await expect.poll(() => workers.run(jobs.threadNumber, 0)).not.toEqual(first)
})

test('[WT2] a thread is given nothing of the environment, where tokens are', async () => {
  expect(Object.keys(process.env).length).toBeGreaterThan(0)
  expect(await opened().run(jobs.environment, 0)).toEqual({ ok: true, value: 0 })
})
