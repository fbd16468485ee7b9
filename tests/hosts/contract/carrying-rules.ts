import { expect, it } from 'vitest'
import type { CallName } from '../../../src/shared/contract/calls'
import type { PanelSeries } from '../../../src/shared/contract/metrics'
import type { TestedHost } from '../host-contract'
import { echoBridge, panel } from '../support/echo-bridge'
import { engineBridge } from '../support/engine-bridge'
import { done } from '../support/following-screen'
import { hostileInputs } from '../support/hostile-inputs'

/** What a host does with one screen's calls and pushes. */
export function carryingRules(host: TestedHost): void {
  it('[HB1] carries a call to the engine and its answer back', async () => {
    const { link } = (await host.serve(engineBridge()))()
    const welcome = await done(link.call('session:hello', { name: 'Kim', screen: 'test' }))
    expect(welcome).toMatchObject({ me: { name: 'Kim' }, world: { kind: 'real' }, incidents: [] })
  })

  it('[HB2] answers a fault to a name that is not in the contract, and goes on', async () => {
    const { link } = (await host.serve(engineBridge()))()
    for (const name of ['nonsense', '', 'toString', '__proto__', 'constructor', 'session:hello ', 'x'.repeat(100)]) {
      expect(await link.call(name as CallName, {})).toMatchObject({ ok: false })
    }
    expect(await link.call('connections:list', {})).toEqual({ ok: true, value: [] })
  })

  it('[HB3] answers invalid-input to hostile input, takes no harm and goes on', async () => {
    const { link } = (await host.serve(engineBridge()))()
    for (const [what, text] of Object.entries(hostileInputs)) {
      const reply = await link.call('timeline:append', JSON.parse(text))
      expect({ what, reply }).toMatchObject({ what, reply: { ok: false, fault: { kind: 'invalid-input' } } })
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(await link.call('connections:list', {})).toEqual({ ok: true, value: [] })
  })

  it('[HB4] carries every value as it is', async () => {
    const { link } = (await host.serve(echoBridge()))()
    const value = { text: 'é 🚒 \u202e \u0000 </script>', list: [null, 1.5, -0.25, '', [[]]], '': { true: false } }
    expect(await link.call('session:hello', value as never)).toEqual({ ok: true, value })
  })

  it('[HB5] lets a slow call hold up no other', async () => {
    const bridge = echoBridge()
    const { link } = (await host.serve(bridge))()
    const slow = link.call('connections:test', {} as never)
    expect(await link.call('feeds:refresh', {})).toMatchObject({ ok: true })
    bridge.finishSlowCalls()
    expect(await slow).toMatchObject({ ok: true })
  })

  it('[HB6] carries pushes in their order, large ones too, and before the reply that comes after them', async () => {
    const { link } = (await host.serve(echoBridge()))()
    const heard: number[] = []
    link.on('alerts', alerts => heard.push(alerts.first.length))
    await link.call('feeds:refresh', {})
    expect(heard).toEqual([1, 20_000, 2, 3])
  })

  it('[HB13] carries charts whole, their numbers packed, in the order of the other pushes', async () => {
    const { link } = (await host.serve(echoBridge()))()
    const heard: unknown[] = []
    link.on('alerts', alerts => heard.push(alerts.first.length))
    link.on('panels', panels => {
      const lists = ({ times, values }: PanelSeries) => ({ times: Array.from(times), values: Array.from(values) })
      expect(panels[0]?.series[0]?.values).toBeInstanceOf(Float64Array)
      heard.push(...panels.map(one => ({ ...one, series: one.series.map(line => ({ ...line, ...lists(line) })) })))
    })
    await link.call('feeds:refresh', {})
    expect(heard).toEqual([1, panel(1), 20_000, panel(20_000), 2, panel(2), 3, panel(3)])
  })
}
