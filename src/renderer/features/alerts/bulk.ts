import type { ListedAlert } from '../../../shared/contract/alert-list'
import type { AskedAct, OutwardAct } from '../../../shared/domain/act'
import { type ActId, newId } from '../../../shared/domain/ids'
import { sayCount, sayList } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { isOnItsWay, pageOf } from './page-acts'

/** From so many pages on it is asked once more: a slip of the hand must not take forty pages off those on call. */
export const ASK_FROM = 6

/** One page to be acknowledged, under one id for all tries. */
export interface BulkStep {
  readonly act: ActId
  readonly row: ListedAlert
  readonly what: OutwardAct
}

/** What acknowledging the selected rows comes to. */
export interface BulkPlan {
  readonly steps: readonly BulkStep[]
  /** Rows by which nobody is paged. */
  readonly notPages: number
  /** Pages that are acknowledged, or are about to be. */
  readonly already: number
}

/** [AL8] One act for each page that still waits for somebody. */
export function planAcknowledging(rows: readonly ListedAlert[], acts: readonly AskedAct[]): BulkPlan {
  const steps: BulkStep[] = []
  let notPages = 0
  for (const row of rows) {
    const page = pageOf(row)
    if (page === undefined) notPages += 1
    else {
      const what = { kind: 'page-acknowledge', ...page } as const
      const waits = row.state !== 'acknowledged' && !isOnItsWay(what, acts)
      if (waits) steps.push({ act: newId<ActId>(), row, what })
    }
  }
  return { steps, notPages, already: rows.length - notPages - steps.length }
}

/** What is left out, in words; empty where nothing is. */
export function leftOutWords({ notPages, already }: BulkPlan): string {
  const text = words.alerts.selection
  return sayList([
    ...(already === 0 ? [] : [sayCount(text.already, already)]),
    ...(notPages === 0 ? [] : [sayCount(text.notPages, notPages)]),
  ])
}
