import { useCallback, useEffect, useState } from 'react'
import type { Input } from '../../../shared/contract/calls'
import type { DashboardView } from '../../../shared/contract/dashboards'
import { useCockpit } from '../../stores/cockpit'

/** A dashboard that was chosen; `key` tells two choices apart. */
export interface DashboardSource {
  readonly key: string
  readonly from: Input<'dashboards:open'>['from']
}

export type Chosen = Readonly<Record<string, readonly string[]>>

export interface OpenedDashboard {
  readonly view: DashboardView | null
  readonly chosen: Chosen
  readonly choose: (name: string, values: readonly string[]) => void
}

/** The dashboard with its variables' options, read anew for each choice: one variable may narrow another. */
export function useDashboard({ from }: DashboardSource): OpenedDashboard {
  const { commands } = useCockpit()
  const [view, setView] = useState<DashboardView | null>(null)
  const [chosen, setChosen] = useState<Chosen>({})
  useEffect(() => {
    let current = true
    void commands.ask('panels', 'dashboards:open', { from, chosen: mutable(chosen) }).then(reply => {
      if (current && reply.ok) setView(reply.value)
    })
    return () => {
      current = false
    }
  }, [commands, from, chosen])
  const choose = useCallback((name: string, values: readonly string[]) => {
    setChosen(before => ({ ...before, [name]: values }))
  }, [])
  return { view, chosen, choose }
}

export function mutable(chosen: Chosen): Record<string, string[]> {
  return Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, [...values]]))
}
