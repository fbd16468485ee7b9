import { useCallback, useMemo, useState } from 'react'
import type { Input } from '../../../shared/contract/calls'
import type { DashboardView } from '../../../shared/contract/dashboards'
import { type Read, useRead } from '../../stores/use-read'

/** A chosen dashboard; `key` differs between two choices. */
export interface DashboardSource {
  readonly key: string
  readonly from: Input<'dashboards:open'>['from']
}

export type Chosen = Readonly<Record<string, readonly string[]>>

export interface DashboardChoices extends Pick<Read<DashboardView>, 'fault' | 'again'> {
  /** The previous choice's view until the next is loaded; undefined: none was read. */
  readonly view: DashboardView | undefined
  readonly chosen: Chosen
  readonly choose: (name: string, values: readonly string[]) => void
}

/** The dashboard with its variables' options, read again for each choice: one variable may narrow another. */
export function useDashboard({ from }: DashboardSource): DashboardChoices {
  const [chosen, setChosen] = useState<Chosen>({})
  const input = useMemo(() => ({ from, chosen: mutable(chosen) }), [from, chosen])
  const { latest: view, fault, again } = useRead('dashboards:open', input)
  const choose = useCallback((name: string, values: readonly string[]) => {
    setChosen(before => ({ ...before, [name]: values }))
  }, [])
  return { view, chosen, choose, fault, again }
}

export function mutable(chosen: Chosen): Record<string, string[]> {
  return Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, [...values]]))
}
