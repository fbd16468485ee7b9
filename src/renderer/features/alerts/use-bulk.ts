import { useCallback, useState } from 'react'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import { words } from '../../../shared/words/words'
import { useCockpit } from '../../stores/cockpit'
import { ASK_FROM, type BulkPlan, planAcknowledging } from './bulk'

export interface Bulk {
  /** What is asked once more, or under way, in the dialog. */
  readonly plan: BulkPlan | null
  readonly acknowledge: (rows: readonly ListedAlert[]) => void
  readonly close: () => void
}

/** Acknowledges many pages: a few at once, more only after another Enter. */
export function useBulk(): Bulk {
  const { commands, incident, faults } = useCockpit()
  const [plan, setPlan] = useState<BulkPlan | null>(null)
  const acknowledge = useCallback(
    (rows: readonly ListedAlert[]) => {
      const record = incident.getState().record
      const made = planAcknowledging(rows, record?.incident.acts ?? [])
      const problem = obstacle(made, record !== undefined)
      if (problem !== undefined) return faults.setState({ alerts: { kind: 'refused', message: problem } })
      if (made.steps.length >= ASK_FROM) return setPlan(made)
      // In order, so that the timeline tells them as they stood.
      void made.steps.reduce<Promise<unknown>>(
        (before, { act, what }) => before.then(() => commands.send('alerts', 'acts:ask', { act, what })),
        Promise.resolve(),
      )
    },
    [commands, incident, faults],
  )
  const close = useCallback(() => setPlan(null), [])
  return { plan, acknowledge, close }
}

function obstacle({ steps, notPages }: BulkPlan, running: boolean): string | undefined {
  const text = words.alerts.selection
  if (steps.length === 0) {
    return notPages > 0 ? text.nobodyPaged : text.allAlready
  }
  return running ? undefined : text.noIncident
}
