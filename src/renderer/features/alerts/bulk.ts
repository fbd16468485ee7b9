import type { ListedAlert } from '../../../shared/contract/alert-list'
import { newId, type OutboxItemId } from '../../../shared/domain/ids'
import type { RecordedRequest, VendorRequest } from '../../../shared/domain/vendor-request'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { isAlreadyAsked, pageOf } from './pagerduty/actions'

/** From so many pages on it is asked once more: a slip of the hand must not take forty pages off those on call. */
export const ASK_FROM = 6

/** One page to be acknowledged, under one id for all tries. */
export interface BulkStep {
  readonly act: OutboxItemId
  readonly row: ListedAlert
  readonly what: VendorRequest
}

/** What acknowledging the selected rows comes to. */
export interface BulkPlan {
  readonly steps: readonly BulkStep[]
  /** Rows by which nobody is paged. */
  readonly notPages: number
  /** Pages that are acknowledged, or are about to be. */
  readonly already: number
}

/**
 * [AL8] One act for each page that still waits for somebody.
 * @param others how many more alerts are selected by which nobody is paged
 */
export function planAcknowledging(
  rows: readonly ListedAlert[],
  acts: readonly RecordedRequest[],
  others = 0,
): BulkPlan {
  const steps: BulkStep[] = []
  let notPages = 0
  for (const row of rows) {
    const page = pageOf(row)
    if (page === undefined) notPages += 1
    else {
      const what = { kind: 'page-acknowledge', ...page } as const
      const waits = row.state !== 'acknowledged' && !isAlreadyAsked(what, acts)
      if (waits) steps.push({ act: newId<OutboxItemId>(), row, what })
    }
  }
  return { steps, notPages: notPages + others, already: rows.length - notPages - steps.length }
}

/** What is left out, in words; empty where nothing is. */
export function leftOutText({ notPages, already }: BulkPlan): string {
  const text = texts.alerts.selection
  return listText([
    ...(already === 0 ? [] : [tCount(text.already, already)]),
    ...(notPages === 0 ? [] : [tCount(text.notPages, notPages)]),
  ])
}

/** So many services are named before the rest is counted. */
const NAMED = 5

/** How many pages of which services, most of them first: `payments-db 5, checkout 2`. */
export function servicesText(steps: readonly BulkStep[]): string {
  const text = texts.alerts.bulk
  const counts = new Map<string, number>()
  for (const { row } of steps) counts.set(row.service ?? '', (counts.get(row.service ?? '') ?? 0) + 1)
  const most = [...counts].toSorted(([, a], [, b]) => b - a)
  const rest = most.length - NAMED
  return listText([
    ...most.slice(0, NAMED).map(([name, count]) => t(text.ofService, { name: name || text.noService, count })),
    ...(rest > 0 ? [tCount(text.moreServices, rest)] : []),
  ])
}
