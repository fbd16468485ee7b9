import { type FSWatcher, statSync, watch } from 'node:fs'
import { type FoundRunbook, likelyRunbooks, type RunbookQuestion } from '../../../shared/domain/runbook-finding'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import type { Logger } from '../ports'
import type { Workers } from '../workers/workers'
import { type RunbookProblem, type Shelf, shelfJob } from './shelf-job'
import { openWordIndex, wordsIn } from './word-index'

export interface Runbooks {
  /** [RN7] The likely ones, with the reason. */
  likely(asked: RunbookQuestion): Promise<readonly FoundRunbook[]>
  /** [RN7] Those that have all the words, or beginnings of them: the ones with a word in the title first. */
  search(typed: string): Promise<readonly FoundRunbook[]>
  /** [RN6] What is wrong with the files; empty also before they have been looked through. */
  problems(): readonly RunbookProblem[]
  stop(): void
}

export interface RunbooksOptions {
  readonly shipped: string
  /** The team's; it need not exist. */
  readonly folder: string
  readonly workers: Pick<Workers, 'run'>
  readonly logger: Logger
  /** Of the computer's clock, which files are dated by. */
  readonly now: () => Millis
  /** All files were read and looked through once more. */
  readonly onRead?: (() => void) | undefined
}

/** A folder that was not there, or whose changes the system does not report, is read again after this long. */
const READ_AGAIN = MINUTE
const MOST_FOUND = 50

interface OpenShelf extends Shelf {
  readonly withWords: (typed: string) => readonly number[]
  readonly titles: readonly string[]
}

/**
 * [RN6] The runbooks that ship, and the team's. They are read in a thread, when they are asked for first and whenever their
 * folders change; until that is done, what was read before counts.
 */
export function openRunbooks({ shipped, folder, workers, logger, now, onRead }: RunbooksOptions): Runbooks {
  const stopping = new AbortController()
  let shelf: OpenShelf | undefined
  let problems: readonly RunbookProblem[] = []
  let reading: Promise<void> | undefined
  let readAt: Millis = 0
  let isStale = true
  const watchers = new Map<string, FSWatcher>()

  function current(): Promise<void> {
    if (isStale || now() - readAt > READ_AGAIN) reading ??= readAll()
    return shelf === undefined && reading !== undefined ? reading : Promise.resolve()
  }

  /** Settles when the runbooks can be found, and looks for mistakes beyond that. */
  async function readAll(): Promise<void> {
    isStale = false
    readAt = now()
    const ready = Promise.withResolvers<void>()
    const folders = [
      { path: shipped, from: 'shipped' as const },
      { path: folder, from: 'team' as const },
    ]
    const done = workers.run(
      shelfJob,
      { folders },
      {
        signal: stopping.signal,
        onProgress: found => {
          if (stopping.signal.aborted) return
          shelf = opened(found)
          watchAll(found.watched)
          ready.resolve()
        },
      },
    )
    void done.then(reply => {
      reading = undefined
      if (reply.ok) ({ problems } = reply.value)
      else if (reply.fault.code !== 'stopped' && reply.fault.code !== 'cancelled') {
        logger.warn('The runbooks could not be read', { problem: reply.fault.message })
      }
      ready.resolve()
      onRead?.()
      // They changed while they were read.
      if (isStale && !stopping.signal.aborted) reading ??= readAll()
    })
    await ready.promise
  }

  function changed(): void {
    isStale = true
    if (!stopping.signal.aborted) reading ??= readAll()
  }

  function watchAll(folders: readonly string[]): void {
    for (const [path, watcher] of watchers) {
      if (folders.includes(path)) continue
      watcher.close()
      watchers.delete(path)
    }
    for (const path of folders) if (!watchers.has(path)) watchOne(path)
  }

  function watchOne(path: string): void {
    try {
      const watcher = watch(path, { persistent: false }, changed)
      watchers.set(path, watcher)
      // A folder that went away, or a system that has no more watches: it is read again after a while.
      watcher.on('error', () => {
        watcher.close()
        watchers.delete(path)
      })
      // Something came after the thread had listed it, and before it was watched.
      if (statSync(path).mtimeMs > readAt) isStale = true
    } catch (error) {
      logger.warn('A folder of runbooks is not watched', { path, problem: String(error) })
    }
  }

  return {
    async likely(asked) {
      await current()
      return likelyRunbooks(shelf?.cards ?? [], asked).slice(0, MOST_FOUND)
    },
    async search(typed) {
      await current()
      return shelf === undefined ? [] : found(shelf, typed)
    },
    problems: () => problems,
    stop() {
      stopping.abort()
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}

function opened(shelf: Shelf): OpenShelf {
  const titles = shelf.cards.map(({ title }) => ` ${wordsIn(title).join(' ')}`)
  return { ...shelf, titles, withWords: openWordIndex(shelf.index) }
}

function found({ cards, titles, withWords }: OpenShelf, typed: string): readonly FoundRunbook[] {
  const [word = ''] = wordsIn(typed)
  const numbers = withWords(typed)
  const isInTitle = (number: number) => titles[number]?.includes(` ${word}`) === true
  const inTitle = numbers.filter(number => isInTitle(number))
  const others = numbers.filter(number => !isInTitle(number))
  return [...inTitle, ...others].slice(0, MOST_FOUND).flatMap(number => {
    const card = cards[number]
    return card === undefined ? [] : [{ card, reason: { kind: 'words' as const } }]
  })
}
