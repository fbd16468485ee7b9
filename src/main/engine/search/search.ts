import { join } from 'node:path'
import type { ArchiveAnswer, ArchiveSearch, LogSlice, SimilarAnswer } from '../../../shared/contract/archive'
import { coded } from '../../../shared/contract/coded-text'
import type { Fault } from '../../../shared/contract/faults'
import { MOST_FOUND, type SearchAnswer } from '../../../shared/contract/record-search'
import type { SimilarTo } from '../../../shared/domain/archive/similar'
import type { IncidentId } from '../../../shared/domain/ids'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { MINUTE, SECOND } from '../../../shared/lib/time'
import type { Logger } from '../ports'
import { notFound } from '../record/decision'
import type { Handlers } from '../sessions/handlers'
import { DATABASE_FILE } from '../storage/format.mjs'
import { SEARCH_FILE } from '../storage/search-index'
import type { Job } from '../workers/job'
import type { Workers } from '../workers/workers'
import { archiveJob } from './archive-job'
import { type IndexProgress, indexJob } from './index-job'
import { logJob } from './log-job'
import type { BrokenIndex } from './read-index'
import { searchJob } from './search-job'
import { similarJob } from './similar-job'
import { questionOf } from './words'

export function searchQueries(
  search: RecordSearch,
): Handlers<'record:search' | 'archive:search' | 'archive:similar' | 'archive:log'> {
  return {
    'record:search': async ({ typed }) => ok(await search.find(typed)),
    'archive:search': async asked => ok(await search.archive(asked)),
    'archive:similar': async to => ok(await search.similar(to)),
    'archive:log': ({ incident, from }) => search.log(incident, from),
  }
}

/**
 * Lines come one after the other while a person types, and are rarely searched for at once: new ones are indexed
 * together, or at once when a search is made.
 */
const GATHER = 10 * SECOND
/** After a failure; twice as long after each more. */
const FIRST_RETRY = 2 * SECOND
const LAST_RETRY = 5 * MINUTE

export interface RecordSearchOptions {
  /** The data folder. */
  readonly folder: string
  readonly workers: Pick<Workers, 'run'>
  readonly logger: Logger
}

export interface RecordSearch {
  /**
   * Never fails: an index that is missing or broken is rebuilt, and the answer says what it has not read yet, and
   * whether it cannot be made.
   */
  find(typed: string): Promise<SearchAnswer>
  /** [AV3] The same of the incidents as a whole. */
  archive(search: ArchiveSearch): Promise<ArchiveAnswer>
  /** [AV7] Past incidents that are like an open one. */
  similar(to: SimilarTo): Promise<SimilarAnswer>
  /** [AV6] A part of an incident's log, read in the thread. Faults: `not-found`; `internal` where it cannot be read. */
  log(incident: IncidentId, from: number): Promise<Reply<LogSlice, Fault>>
  /** The incident's log has gone on. */
  committed(incident: IncidentId): void
  /** [ER4] Something of it was erased: nothing is found until the index has it no more. */
  erased(incident: IncidentId): void
  stop(): void
}

/** [SX1] [SX3] Updates the search index after the record, in a thread and a file that nothing else waits for. */
export function openRecordSearch({ folder, workers, logger }: RecordSearchOptions): RecordSearch {
  const [database, index] = [join(folder, DATABASE_FILE), join(folder, SEARCH_FILE)]
  const changed = new Set<IncidentId>()
  /** How much of the index is in doubt: nothing but what changed, where it ends, or all that is in it. */
  let doubt: 'none' | 'ends' | 'all' = 'ends'
  /** What is being read now; null: nothing is. */
  let reading: IndexProgress | null = null
  /** How often something was erased, and up to which of them the index has it no more. */
  let erasures = 0
  let dropped = 0
  /** How often in a row the index could not be made, or could not be read once it was rebuilt. */
  let failures = 0
  /** Why the last of them failed. */
  let reason = ''
  let isUnproven = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  function wake(): void {
    if (timer !== undefined || reading !== null || stopped) return
    const retry = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** (failures - 1))
    timer = setTimeout(() => void read(), failures === 0 ? GATHER : retry)
    timer.unref()
  }

  function readNow(): void {
    if (reading === null && !stopped) void read()
  }

  async function read(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const order = { database, index, incidents: doubt === 'none' ? [...changed] : null, anew: doubt === 'all' }
    doubt = 'none'
    changed.clear()
    const erased = erasures
    reading = { done: 0, total: order.incidents?.length ?? 0 }
    const reply = await workers.run(indexJob, order, { onProgress: tell })
    reading = null
    if (!reply.ok) {
      // The requested rebuild did not happen; what changed is found by the ends of the logs.
      doubt = order.anew ? 'all' : 'ends'
      if (reply.fault.code !== 'stopped')
        failedOnce('The search index could not be brought up to date', reply.fault, firstLine(reply.fault.message))
    } else {
      dropped = erased
      if (order.anew) isUnproven = true
      else if (!isUnproven) failures = 0
      if (erasures > dropped) readNow()
      else if (doubt !== 'none' || changed.size > 0) wake()
    }
  }

  /** [SX6] Retried with growing waits: a full disk is not tried all the time. Reported once. */
  function failedOnce(message: string, facts: object, why: string): void {
    reason = why
    if (failures === 0) logger.error(message, facts)
    failures += 1
    wake()
  }

  function tell(progress: IndexProgress): void {
    reading = progress
  }

  /** What is not in the index yet. */
  function behind(): SearchAnswer['reading'] {
    if (reading !== null) return { done: reading.done, total: reading.total + changed.size }
    if (doubt !== 'none') return { done: 0, total: 0 }
    return changed.size === 0 ? null : { done: 0, total: changed.size }
  }

  /** An index that is only being made is not broken. */
  function distrust(broken: string): void {
    if (reading !== null || doubt !== 'none') return
    doubt = 'all'
    if (isUnproven) failedOnce('The search index cannot be read after it was made anew', { broken }, broken)
    else logger.warn('The search index is made anew', { broken })
  }

  /** An index that can be read is what all of this is for. */
  function trust(): void {
    isUnproven = false
    if (reading === null && doubt === 'none') failures = 0
  }

  /** @param proves whether an answer means that the index can be read */
  async function ask<Order, Found extends object>(
    job: Job<Order, never, Found | BrokenIndex>,
    order: Order,
    proves: boolean,
  ): Promise<{ readonly outcome: Found | undefined; readonly state: IndexState }> {
    const reply = await workers.run(job, order, { waitedFor: true })
    if (!reply.ok) logger.error('The search index could not be asked', reply.fault)
    else if ('broken' in reply.value) distrust(reply.value.broken)
    else if (proves) trust()
    if (failures === 0 && (doubt !== 'none' || changed.size > 0)) readNow()
    const outcome = reply.ok && !('broken' in reply.value) && erasures === dropped ? reply.value : undefined
    const failed = !reply.ok || failures > 0
    const state = { reading: behind(), failed }
    return { outcome, state: failed && reason !== '' ? { ...state, reason } : state }
  }

  wake()
  return {
    async find(typed) {
      const order = { index, typed, limit: MOST_FOUND + 1 }
      const { outcome, state } = await ask(searchJob, order, questionOf(typed) !== undefined)
      const found = outcome?.found ?? []
      return { found: found.slice(0, MOST_FOUND), more: found.length > MOST_FOUND, ...state }
    },
    async archive(search) {
      const { outcome, state } = await ask(archiveJob, { index, ...search }, true)
      return { found: outcome?.found ?? [], next: outcome?.next ?? null, ...state }
    },
    async similar(to) {
      const { outcome, state } = await ask(similarJob, { index, ...to }, true)
      return { similar: outcome?.similar ?? [], ...state }
    },
    async log(incident, from) {
      const read = await workers.run(logJob, { database, incident, from }, { waitedFor: true })
      if (read.ok) return read.value === null ? notFound('no-such-incident') : ok(read.value)
      logger.error('The log of an incident could not be read for the archive', { incident, ...read.fault })
      return fail({ kind: 'internal', ...coded('log-not-read', { reason: firstLine(read.fault.message) }) })
    },
    committed(incident) {
      changed.add(incident)
      wake()
    },
    erased(incident) {
      changed.add(incident)
      erasures += 1
      readNow()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

type IndexState = Omit<SearchAnswer, 'found' | 'more'>

/** The log has the rest. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/^\w*Error: /, '')
}
