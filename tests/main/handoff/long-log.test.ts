import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writerOf } from '../../../src/main/engine/documents/write-document'
import { handoffQueries } from '../../../src/main/engine/handoff/document'
import { drawHandoff } from '../../../src/main/engine/handoff/draw'
import { openDamages } from '../../../src/main/engine/integrity/damages'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { openStore } from '../../../src/main/engine/storage/store'
import { openWorkers } from '../../../src/main/engine/workers/workers'
import { type HandoffId, type IncidentId, newId } from '../../../src/shared/domain/ids'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { handoffWritten } from '../../../src/shared/events/handoff-written'
import { incidentDeclared } from '../../../src/shared/events/incident-declared'
import { tamper } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { workerFrom, workerSource } from '../../support/worker-source'

const NOW = 1_790_000_000_000
const by = { kind: 'engine' } as const
const incident = newId<IncidentId>()
const handoff = newId<HandoffId>()

function opened(folder: string, entry = workerSource) {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  const logger = keptLogger()
  const ledger = openLedger(
    store.value,
    logger,
    () => undefined,
    openDamages(() => undefined),
  )
  const workers = openWorkers(entry)
  let runs = 0
  const counted: typeof workers.run = (...asked) => {
    runs += 1
    return workers.run(...asked)
  }
  const stop = async () => {
    await workers.stop()
    store.value.close()
  }
  const parts = { ledger, picture: () => undefined, logger, file: join(folder, 'quarterdeck.sqlite'), pdf: undefined }
  const queries = handoffQueries({ ...parts, workers: { run: counted } }, () => [])
  const read = async (format: 'markdown' | 'html') => {
    const reply = await queries['handoff:read']({ incident, handoff, format }, undefined as never)
    return reply.ok ? reply.value : reply.fault
  }
  const onLoop = async (format: 'markdown' | 'html') => {
    const log = ledger.events(incident, 0, Number.MAX_SAFE_INTEGER)
    return drawHandoff(log, { incident, handoff, format }, await writerOf(format), () => undefined)
  }
  return { ledger, logger, read, onLoop, stop, runs: () => runs }
}

/** A closed record with an incident of so many lines, handed over, and one line after that. */
async function recordOf(lines: number): Promise<string> {
  const folder = scratchFolder()
  const { ledger, stop } = opened(folder)
  const body = { title: 'Payments fail', severity: 'SEV-1', impact: '', drill: false, page: null } as const
  const line = (n: number) =>
    entryAdded.draft({ entry: newId(), kind: 'note', text: `line ${n} | *käse* <b>`, pinned: false }, NOW + n, by)
  const drafts = [
    incidentDeclared.draft(body, NOW, by),
    ...Array.from({ length: lines }, (_, n) => line(n)),
    handoffWritten.draft({ handoff }, NOW + lines, by),
    line(lines + 1),
  ]
  expect(ledger.commit(incident, newId(), { events: drafts }, NOW)).toMatchObject({ ok: true })
  await stop()
  return folder
}

it('[WT3] the handoff of a long log is drawn by a thread, and is what the loop would draw', async () => {
  const { read, onLoop, logger, stop, runs } = opened(await recordOf(600))
  onTestFinished(stop)
  for (const format of ['markdown', 'html'] as const) {
    const drawn = await read(format)
    expect(drawn).toEqual(await onLoop(format))
    expect(JSON.stringify(drawn)).toContain('line 599')
    expect(JSON.stringify(drawn)).not.toContain('line 601')
  }
  expect(runs()).toBe(2)
  expect(logger.lines).toEqual([])
})

it('[WT3] it is drawn on the loop where no thread can be started, and that is in the log file', async () => {
  const nowhere = workerFrom(new URL('./no-such-worker.ts', import.meta.url))
  const { read, onLoop, logger, stop } = opened(await recordOf(600), nowhere)
  onTestFinished(stop)
  expect(await read('markdown')).toEqual(await onLoop('markdown'))
  expect(logger.lines.join('\n')).toContain('drawn on the loop')
})

it('[WT3] no thread is started for that of a short log, nor for what is left of a damaged one', async () => {
  const short = opened(await recordOf(5))
  onTestFinished(short.stop)
  expect(await short.read('html')).toEqual(await short.onLoop('html'))
  const folder = await recordOf(600)
  tamper(folder, `UPDATE event SET body = replace(body, 'line 7 ', 'line 8 ')`)
  const damaged = opened(folder)
  onTestFinished(damaged.stop)
  expect(JSON.stringify(await damaged.read('markdown'))).toContain('line 599')
  expect([short.runs(), damaged.runs()]).toEqual([0, 0])
})
