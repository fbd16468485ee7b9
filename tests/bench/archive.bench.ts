import { join } from 'node:path'
import { archiveJob } from '../../src/main/engine/search/archive-job'
import { putArchived } from '../../src/main/engine/storage/archive-index'
import { inTransaction, type WritableDb } from '../../src/main/engine/storage/database'
import { openSearchIndex, SEARCH_FILE } from '../../src/main/engine/storage/search-index'
import { openWorkers, type Workers } from '../../src/main/engine/workers/workers'
import type { ArchiveOrder } from '../../src/shared/contract/archive'
import { readArchiveQuery } from '../../src/shared/domain/archive/archive-query'
import type { ArchivedIncident } from '../../src/shared/domain/archive/archived-incident'
import { utcCalendar } from '../../src/shared/domain/archive/named-days'
import type { IncidentId } from '../../src/shared/domain/ids'
import { severities } from '../../src/shared/domain/severity'
import { DAY, HOUR } from '../../src/shared/lib/time'
import { startCockpit } from '../support/running-cockpit'
import { nthLine, writeLongLog, writeManyLogs } from './long-log'
import { median } from './median'
import { builtWorker } from './quiet-engine'
import { against, atMost, type BenchResult } from './result'
import { eachOnScratchDisk } from './scratch-disk'

const INCIDENTS = 1_000
const LINES = 1_000
const ASKED = 300
const STARTS = 5
const what = 'of 1,000 incidents with 1,000,000 lines'
const now = Date.UTC(2026, 10, 20)

/** What a person waits for in an archive of years, the thread's messages included, and what a start pays for it. */
export function run(): AsyncGenerator<BenchResult> {
  return eachOnScratchDisk(async function* (folder) {
    const index = join(folder, SEARCH_FILE)
    writeIndex(index)
    const workers = openWorkers(builtWorker)
    try {
      for (const [order, target] of [
        ['newest', 10],
        ['best', 50],
      ] as const) {
        const spans = await ask(workers, index, order)
        const name = order === 'newest' ? `Newest 50 ${what}, p99` : `Best of the newest 100 ${what}, p99`
        yield atMost({ name, value: spans[Math.floor(spans.length * 0.99)] ?? 0, unit: 'ms' }, target)
      }
    } finally {
      await workers.stop()
    }
    const [small, large] = [join(folder, 'small'), join(folder, 'large')]
    writeLongLog(small, LINES)
    writeManyLogs(large, { others: INCIDENTS - 1, each: LINES, events: LINES })
    const spans: { small: number; large: number }[] = []
    // By turns, so that whatever else the machine does is in both.
    for (let n = 0; n < STARTS; n += 1) spans.push({ small: await started(small), large: await started(large) })
    const of = (key: 'small' | 'large') => median(spans.map(span => span[key]))
    yield atMost(
      against({ name: `Start ${what}, to one of 1,000 lines`, value: of('large'), unit: 'ms' }, of('small')),
      1.1,
    )
  })
}

const parts = ['pool', 'card', 'payments', 'rollback', 'v2', 'support', 'declined', 'db', 'p', 'pa', '711', 'full']
const filters = ['', 'sev:1-2', 'service:checkout', 'person:dana', 'is:ended', 'from:400d', '"the pool of payments-db"']

/** Milliseconds of each answer, the shortest first; queries of one to three words and a filter, all of them different. */
async function ask(workers: Workers, index: string, order: ArchiveOrder): Promise<readonly number[]> {
  const spans: number[] = []
  for (let n = 0; n < ASKED; n += 1) {
    const words = [
      parts[n % parts.length],
      n % 3 === 0 ? parts[(n * 5 + 1) % parts.length] : '',
      filters[n % filters.length],
    ]
    const { question } = readArchiveQuery(words.join(' '), utcCalendar(now))
    const began = performance.now()
    const reply = await workers.run(archiveJob, { index, question, order, before: null }, { waitedFor: true })
    const span = performance.now() - began
    if (!reply.ok || 'broken' in reply.value) throw new Error(`It did not answer: ${JSON.stringify(reply)}`)
    // The first starts the thread, which one that types has had since the first letter.
    if (n > 0) spans.push(span)
  }
  return spans.toSorted((a, b) => a - b)
}

/** The rows themselves: how long it takes to make them of a record is another figure. */
function writeIndex(file: string): void {
  const db = openSearchIndex(file)
  try {
    for (let n = 0; n < INCIDENTS; n += 1) inTransaction(db, () => writeIncident(db, n))
  } finally {
    db.close()
  }
}

function writeIncident(db: WritableDb, n: number): void {
  const began = now - (INCIDENTS - n) * DAY
  const severity = severities[n % severities.length] ?? 'SEV-2'
  const row: ArchivedIncident = {
    ...{ id: `incident-${n}` as IncidentId, title: `Card payments fail in region ${n % 9}`, severity, worst: severity },
    ...{ status: 'resolved', drill: false, declaredAt: began, began, ended: began + HOUR, ic: `Dana ${n % 50}` },
    ...{ people: [`Dana ${n % 50}`, `Bo ${n % 70}`], services: ['checkout', `service-${n % 30}`] },
    ...{ alerts: ['HighErrorRate', `Alert ${n % 100}`], impact: 'Cards are declined' },
    ending: { worked: `Rolled back v2.${n}`, cause: '', words: 'Back to normal' },
  }
  const words = {
    ...{ title: row.title, services: row.services.join('\n'), alerts: row.alerts.join('\n') },
    ...{ people: row.people.join('\n'), ending: `${row.impact}\n${row.ending.worked}\n${row.ending.words}` },
    lines: Array.from({ length: LINES }, (_, line) => nthLine(n * LINES + line).text).join('\n'),
  }
  putArchived(db, { row, texts: LINES }, words)
}

/** Milliseconds until the host says that it listens. */
async function started(data: string): Promise<number> {
  const began = performance.now()
  const cockpit = await startCockpit(['--no-drill', '--data', data])
  const span = performance.now() - began
  await cockpit.stop()
  return span
}
