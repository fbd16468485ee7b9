import { describe, expect, it } from 'vitest'
import type { TimeWindow } from '../../../src/main/engine/feeds/types'
import { openBaselines } from '../../../src/main/engine/vendors/accounts/baselines'
import type { VendorAccounts } from '../../../src/main/engine/vendors/accounts/vendor-accounts'
import type { PanelSpec } from '../../../src/shared/contract/connections'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { fail, ok } from '../../../src/shared/lib/reply'
import { DAY, HOUR, MINUTE } from '../../../src/shared/lib/time'

const connection = 'prom' as ConnectionId
const panel: PanelSpec = {
  id: 'errors',
  title: 'Errors',
  unit: 'percent',
  thresholds: [],
  connection,
  queries: [{ legend: '', expr: 'errors' }],
}

function stage() {
  const windows: TimeWindow[] = []
  let [now, answers, panels] = [100 * DAY, true, [panel]]
  const fetchPanels = async (asked: readonly PanelSpec[], window: TimeWindow) => {
    windows.push(window)
    if (!answers) return fail({ kind: 'unreachable', message: 'refused the connection' } as const)
    const series = [{ name: 'a', times: [window.from, window.to], values: [1, 2] }]
    return ok(asked.map(({ id }) => ({ panel: id, series, problem: '', warnings: [] })))
  }
  const readings = { account: () => ({ channels: [], panels: { fetchPanels } }) } as unknown as VendorAccounts
  const settings = { read: () => ({ panels }), write: () => undefined } as never
  const clock = { now: () => now, rate: 1 } as never
  const baselines = openBaselines(readings, settings, clock, new AbortController().signal)
  return {
    baselines,
    windows,
    later: (span: number) => {
      now += span
    },
    answer: (does: boolean) => {
      answers = does
    },
    pin: (id: string) => {
      panels = [...panels, { ...panel, id }]
    },
    now: () => now,
  }
}

describe('[MT4] the same hour of another day', () => {
  it('is read from that day, and stands at the instants of today', async () => {
    const { baselines, windows, now } = stage()
    const reply = await baselines.read('last-week')
    expect(windows).toEqual([{ from: now() - HOUR - 7 * DAY, to: now() - 7 * DAY + MINUTE, step: HOUR / 360 }])
    const series = [{ name: 'a', times: [now() - HOUR, now() + MINUTE], values: [1, 2] }]
    expect(reply).toEqual(ok([{ panel: 'errors', series, problem: '' }]))
  })

  it('is asked for once a minute for all screens, and anew where other panels are pinned', async () => {
    const { baselines, windows, later, pin } = stage()
    await Promise.all([baselines.read('yesterday'), baselines.read('yesterday')])
    later(MINUTE - 1)
    await baselines.read('yesterday')
    expect(windows).toHaveLength(1)
    pin('other')
    await baselines.read('yesterday')
    later(MINUTE)
    await baselines.read('yesterday')
    expect(windows).toHaveLength(3)
  })

  it('says why there is none, and asks again at the next look', async () => {
    const { baselines, windows, answer } = stage()
    answer(false)
    expect(await baselines.read('yesterday')).toEqual(
      ok([{ panel: 'errors', series: [], problem: 'refused the connection' }]),
    )
    answer(true)
    expect(await baselines.read('yesterday')).toMatchObject(ok([{ problem: '' }]))
    expect(windows).toHaveLength(2)
  })
})
