import { useCallback, useEffect, useState } from 'react'
import { type BaselineDay, baselineDays, type PanelBaseline, type PanelSeries } from '../../../shared/contract/metrics'
import { MINUTE } from '../../../shared/lib/time'
import { useBoard, useCockpit } from '../../stores/cockpit'
import { useCommand } from '../../stores/use-command'

export interface Baseline {
  /** null: none is drawn. */
  readonly day: BaselineDay | null
  /** On to the next: none, yesterday, a week ago. */
  readonly change: () => void
  readonly of: (panel: string) => readonly PanelSeries[] | undefined
  /** Why some panels have none, in the vendors' words. */
  readonly problem: string
}

const nothing: readonly PanelBaseline[] = []
const order: readonly (BaselineDay | null)[] = [null, ...baselineDays]

/** The day that the charts are compared with, and what it was like. Asked anew each minute, as the window moves on. */
export function useBaseline(): Baseline {
  const { commands } = useCockpit()
  const [day, setDay] = useState<BaselineDay | null>(null)
  const [read, setRead] = useState(nothing)
  const pinned = useBoard(board => board.panels.map(({ id }) => id).join(' '))
  const change = useCallback(() => {
    setRead(nothing)
    setDay(now => order[(order.indexOf(now) + 1) % order.length] ?? null)
  }, [])
  useCommand('baseline', change)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a panel that was just pinned has a past too
  useEffect(() => {
    if (day === null) return
    let here = true
    const ask = async () => {
      const reply = await commands.ask('metrics', 'panels:baseline', { day })
      if (here && reply.ok) setRead(reply.value)
    }
    void ask()
    const timer = setInterval(ask, MINUTE)
    return () => {
      here = false
      clearInterval(timer)
    }
  }, [commands, day, pinned])
  const of = useCallback((panel: string) => read.find(each => each.panel === panel)?.series, [read])
  return { day, change, of, problem: [...new Set(read.map(({ problem }) => problem))].filter(Boolean).join(' · ') }
}
