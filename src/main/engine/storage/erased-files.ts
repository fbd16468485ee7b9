import type { Logger } from '../ports'
import type { WritableDb } from './database'
import { emptyWriteAheadLog } from './erase'

const AGAIN = 500

export interface ErasedFiles {
  /** To be called when bodies were erased, after their transaction. */
  erased(): void
  stop(): void
}

/**
 * [ER4] Removes what was erased from the write-ahead log too, which has older versions of a page until it is emptied.
 * While another connection reads the record that has to wait, and is retried.
 */
export function openErasedFiles(db: WritableDb, logger: Logger): ErasedFiles {
  let timer: NodeJS.Timeout | undefined

  function empty(): void {
    timer = undefined
    try {
      if (emptyWriteAheadLog(db)) return
    } catch (cause) {
      logger.warn('The log of writes could not be emptied after something was erased', { cause: String(cause) })
    }
    timer = setTimeout(empty, AGAIN)
    timer.unref()
  }

  return {
    erased() {
      clearTimeout(timer)
      empty()
    },
    stop: () => clearTimeout(timer),
  }
}
