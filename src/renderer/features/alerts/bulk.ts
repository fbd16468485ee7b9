import { useCallback, useState } from 'react'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { newId, type OutboxItemId } from '../../../shared/domain/ids'
import type { RecordedRequest, VendorRequest } from '../../../shared/domain/vendor-request'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { logForItem, outboxItems } from '../../stores/outbox-items'
import { useOnce } from '../../stores/use-once'
import { isAlreadyAsked, pageOf } from './pagerduty/actions'

export interface Bulk {
  /** What the dialog asks to confirm, or sends; null: nothing. */
  readonly plan: BulkPlan | null
  readonly acknowledge: (rows: readonly AlertRow[]) => void
  /** [AL10] Rows and the PagerDuty incidents in groups. No one has seen those one by one, so it always asks first. */
  readonly acknowledgeIn: (groups: readonly string[], rows: readonly AlertRow[]) => void
  readonly close: () => void
}

/** Acknowledges many PagerDuty incidents: a few at once, more only after another Enter. */
export function useBulk(): Bulk {
  const cockpit = useCockpit()
  const { commands, faults } = cockpit
  const [plan, setPlan] = useState<BulkPlan | null>(null)
  const once = useOnce()
  const begin = useCallback(
    (rows: readonly AlertRow[], others: number, askFrom: number) => {
      const made = planAcknowledging(rows, outboxItems(cockpit), others)
      const problem = obstacle(made)
      if (problem !== undefined) return faults.setState({ alerts: { kind: 'refused', message: problem } })
      if (made.steps.length >= askFrom) return setPlan(made)
      // In order, so that the timeline lists them in the order of the rows.
      void made.steps.reduce<Promise<unknown>>(
        (before, { act, what }) =>
          before.then(() => commands.sendTo(logForItem(what, cockpit), 'alerts', 'acts:ask', { act, what })),
        Promise.resolve(),
      )
    },
    [cockpit, commands, faults],
  )
  const acknowledge = useCallback((rows: readonly AlertRow[]) => begin(rows, 0, ASK_FROM), [begin])
  const acknowledgeIn = useCallback(
    (groups: readonly string[], rows: readonly AlertRow[]) =>
      once('groups', async () => {
        const reply = await commands.ask('alerts', 'alerts:pages', { groups })
        if (reply.ok) begin(eachOnce([...reply.value.pages, ...rows]), reply.value.others, 1)
      }),
    [commands, begin, once],
  )
  const close = useCallback(() => setPlan(null), [])
  return { plan, acknowledge, acknowledgeIn, close }
}

/** A selected PagerDuty incident may also be in a selected group. */
function eachOnce(rows: readonly AlertRow[]): readonly AlertRow[] {
  return [...new Map(rows.map(row => [row.id, row])).values()]
}

function obstacle({ steps, notPages }: BulkPlan): string | undefined {
  const text = texts.alerts.selection
  if (steps.length > 0) return undefined
  return notPages > 0 ? text.nobodyPaged : text.allAlready
}

/**
 * From this many on it asks for confirmation: a slip must not silence forty PagerDuty incidents for the people on call.
 */
export const ASK_FROM = 6

/** One PagerDuty incident to acknowledge, with one id for all attempts. */
export interface BulkStep {
  readonly act: OutboxItemId
  readonly row: ListedAlert
  readonly what: VendorRequest
}

/** What acknowledging the selected rows would do. */
export interface BulkPlan {
  readonly steps: readonly BulkStep[]
  /** Rows without a PagerDuty incident. */
  readonly notPages: number
  /** PagerDuty incidents that are acknowledged, or are about to be. */
  readonly already: number
}

/**
 * [AL8] One action for each PagerDuty incident that is not acknowledged yet.
 * @param others how many more selected alerts have no PagerDuty incident to acknowledge
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

/** What is left out, as text; empty where nothing is. */
export function leftOutText({ notPages, already }: BulkPlan): string {
  const text = texts.alerts.selection
  return listText([
    ...(already === 0 ? [] : [tCount(text.already, already)]),
    ...(notPages === 0 ? [] : [tCount(text.notPages, notPages)]),
  ])
}

/** Number of services named before the rest is counted. */
const NAMED = 5

/** Number of PagerDuty incidents per service, most of them first: `payments-db 5, checkout 2`. */
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
