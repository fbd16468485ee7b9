import type { Fault } from '../../../shared/contract/faults'
import { panelFactsNow } from '../../../shared/contract/figures/panel-facts'
import type { PanelBaseline, PanelReading } from '../../../shared/contract/metrics'
import type { FactNow } from '../../../shared/domain/method/facts-now'
import type { BaselineDay } from '../../../shared/domain/method/panel-meaning'
import type { Reply } from '../../../shared/lib/reply'
import type { Clock } from '../ports'

export interface FactsWatch {
  /** As the panels say it at this instant. */
  now(): readonly FactNow[]
  /**
   * To be called after each poll of panels: reads what they are compared with, and emits what changed. @returns whether
   * it did
   */
  look(): boolean
}

interface FactsWatchOptions {
  readonly panels: () => readonly PanelReading[]
  /** Read once a minute, however often it is asked. */
  readonly baseline: (day: BaselineDay) => Promise<Reply<readonly PanelBaseline[], Fault>>
  readonly clock: Pick<Clock, 'now'>
  /** Called when the facts say something else than before. */
  readonly changed: (facts: readonly FactNow[]) => void
}

/** [GT2] What the pinned panels say, with what is usual at this hour. */
export function watchFacts({ panels, baseline, clock, changed }: FactsWatchOptions): FactsWatch {
  const baselines = new Map<BaselineDay, readonly PanelBaseline[]>()
  let told = '[]'
  const now = () => panelFactsNow(panels(), day => baselines.get(day) ?? [], clock.now())

  const tell = () => {
    const facts = now()
    const words = JSON.stringify(facts)
    if (words === told) return false
    told = words
    changed(facts)
    return true
  }

  const compare = async (day: BaselineDay) => {
    const reply = await baseline(day)
    if (!reply.ok || baselines.get(day) === reply.value) return
    // A panel that had no answer this time retains what it was compared with.
    const before = baselines.get(day) ?? []
    const kept = before.filter(one => reply.value.some(({ panel, problem }) => panel === one.panel && problem !== ''))
    baselines.set(day, [...reply.value.filter(({ problem }) => problem === ''), ...kept])
    tell()
  }

  return {
    now,
    look() {
      const days = panels().flatMap(({ means }) => means?.baseline ?? [])
      for (const day of new Set(days)) void compare(day)
      return tell()
    },
  }
}
