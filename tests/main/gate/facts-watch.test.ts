import { describe, expect, it } from 'vitest'
import { watchFacts } from '../../../src/main/engine/gate/facts-watch'
import type { PanelBaseline, PanelReading } from '../../../src/shared/contract/metrics'
import type { FactNow } from '../../../src/shared/domain/method/facts-now'
import type { PanelMeaning } from '../../../src/shared/domain/method/panel-meaning'
import { ok } from '../../../src/shared/lib/reply'
import { MINUTE } from '../../../src/shared/lib/time'

const now = 100 * MINUTE
const means: PanelMeaning = { fact: 'errors', baseline: 'yesterday', times: 2, limit: null }
const series = (value: number) => [{ name: 'api', times: [now - 1, now], values: [value, value] }]

function stage() {
  let panels: readonly PanelReading[] = []
  let baseline: readonly PanelBaseline[] = []
  const asked: string[] = []
  const told: (readonly FactNow[])[] = []
  const watch = watchFacts({
    panels: () => panels,
    baseline: async day => {
      asked.push(day)
      return ok(baseline)
    },
    clock: { now: () => now },
    changed: facts => told.push(facts),
  })
  const read = (value: number, meaning: PanelMeaning | null = means) => {
    panels = [
      {
        ...{ id: 'e', title: 'Errors', unit: 'percent', thresholds: [], feed: 'p', trueAt: now, problem: '' },
        ...{ warnings: [], series: series(value), means: meaning ?? undefined },
      },
    ]
    watch.look()
  }
  return {
    ...{ asked, told, watch, read },
    was: (value: number, problem = '') => {
      baseline = [{ panel: 'e', series: problem === '' ? series(value) : [], problem }]
    },
  }
}

const turn = () => new Promise(resolve => setImmediate(resolve))

describe('[GT2] the facts of the pinned panels', () => {
  it('are told when they are other than before, first without what is usual, then with it', async () => {
    const { told, read, was } = stage()
    was(1)
    read(1.5)
    expect(told.at(-1)).toMatchObject([{ state: 'unknown', value: 1.5 }])
    await turn()
    expect(told.at(-1)).toMatchObject([{ state: 'normal', usual: 1 }])
    expect(told).toHaveLength(2)
    read(1.5)
    await turn()
    expect(told).toHaveLength(2)
    read(9)
    expect(told.at(-1)).toMatchObject([{ state: 'off' }])
  })

  it('ask for no other day without a meaning that names one', () => {
    const { asked, told, read } = stage()
    read(1, null)
    read(1, { ...means, baseline: null })
    expect(asked).toEqual([])
    expect(told).toHaveLength(1)
  })

  it('keep what a panel was compared with when the other day does not answer', async () => {
    const { watch, read, was } = stage()
    was(1)
    read(1)
    await turn()
    was(0, 'refused the connection')
    read(1)
    await turn()
    expect(watch.now()).toMatchObject([{ state: 'normal', usual: 1 }])
  })
})
