import { isDeepStrictEqual } from 'node:util'
import type { CopiedNotice } from '../../../shared/contract/copied-notice'
import type { Committed, Ledger } from '../record/ledger'
import type { ReadableDb } from '../storage/database'
import { openItems } from '../storage/queued-items'

/** [WS4] What every window says of the folder that this one is a copy of. */
export interface CopiedFolderNotice {
  /** Null: there is nothing to say. */
  read(): CopiedNotice | null
  /** To be called on each commit. */
  committed(change: Pick<Committed, 'incident' | 'outboxChanged'>): void
}

/** @param tell called when the notice differs from the one before */
export function watchCopiedFolder(
  db: ReadableDb,
  ledger: Pick<Ledger, 'workspace' | 'record'>,
  tell: (notice: CopiedNotice | null) => void,
): CopiedFolderNotice {
  let told = read()

  function read(): CopiedNotice | null {
    const copied = ledger.record(ledger.workspace)?.incident.workspace?.copied ?? null
    if (copied === null) return null
    const leftBehind = openItems(db).filter(({ state }) => state === 'left').length
    if (copied.answer !== null && leftBehind === 0) return null
    const { origin, answer } = copied
    return { stream: ledger.workspace, origin, other: answer?.other ?? null, leftBehind }
  }

  return {
    read,
    committed({ incident, outboxChanged }) {
      // Most commits are lines that are typed: they change none of it.
      if (incident !== ledger.workspace && (told === null || !outboxChanged)) return
      const notice = read()
      if (isDeepStrictEqual(notice, told)) return
      told = notice
      tell(notice)
    },
  }
}
