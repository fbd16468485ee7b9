import { useCallback, useState } from 'react'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { logForItem, outboxItems } from '../../stores/outbox-items'
import { useOnce } from '../../stores/use-once'
import { ASK_FROM, type BulkPlan, planAcknowledging } from './bulk'

export interface Bulk {
  /** What is asked once more, or under way, in the dialog. */
  readonly plan: BulkPlan | null
  readonly acknowledge: (rows: readonly AlertRow[]) => void
  /** [AL10] Besides rows the pages in groups, which nobody has seen one by one: they are always asked about. */
  readonly acknowledgeIn: (groups: readonly string[], rows: readonly AlertRow[]) => void
  readonly close: () => void
}

/** Acknowledges many pages: a few at once, more only after another Enter. */
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
      // In order, so that the timeline tells them as they stood.
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

/** A page that is selected may stand in a group that is selected too. */
function eachOnce(rows: readonly AlertRow[]): readonly AlertRow[] {
  return [...new Map(rows.map(row => [row.id, row])).values()]
}

function obstacle({ steps, notPages }: BulkPlan): string | undefined {
  const text = texts.alerts.selection
  if (steps.length > 0) return undefined
  return notPages > 0 ? text.nobodyPaged : text.allAlready
}
