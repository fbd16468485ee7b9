import { describe, expect, it } from 'vitest'
import type { OtherEditor, Pushes, PushName } from '../../../src/shared/contract/pushes'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { engineBridge } from '../../hosts/support/engine-bridge'

const incident = newId<IncidentId>()

function sitDown(bridge: ReturnType<typeof engineBridge>) {
  let editors: readonly OtherEditor[] = []
  const session = bridge.openSession(<Name extends PushName>(name: Name, payload: Pushes[Name]) => {
    if (name === 'editors') editors = payload as Pushes['editors']
  }, 'host')
  const call = (name: string, input: unknown) => session.call(newId(), name, input)
  return {
    seen: () => editors.map(({ who, what, screen }) => `${who.name} ${what} ${screen}`),
    hello: (name: string) => call('session:hello', { name, screen: `${name}’s laptop` }),
    edit: (what: string | null) => call('session:editing', { editing: what === null ? null : { incident, what } }),
    leave: () => session.close(),
  }
}

describe('who is editing what', () => {
  it('is seen at every other screen, not at one’s own, until it is over', async () => {
    const bridge = engineBridge()
    const [bo, ama] = [sitDown(bridge), sitDown(bridge)]
    await bo.hello('Bo')
    await ama.hello('Ama')
    await bo.edit('impact')
    expect(ama.seen()).toEqual(['Bo impact Bo’s laptop'])
    expect(bo.seen()).toEqual([])
    await ama.edit('impact')
    expect(bo.seen()).toEqual(['Ama impact Ama’s laptop'])
    await bo.edit('severity')
    expect(ama.seen()).toEqual(['Bo severity Bo’s laptop'])
    await bo.edit(null)
    expect(ama.seen()).toEqual([])
  })

  it('is known to who comes later, and forgotten with the screen that goes', async () => {
    const bridge = engineBridge()
    const [bo, late] = [sitDown(bridge), sitDown(bridge)]
    await bo.hello('Bo')
    await bo.edit('impact')
    await late.hello('Late')
    expect(late.seen()).toEqual(['Bo impact Bo’s laptop'])
    bo.leave()
    expect(late.seen()).toEqual([])
  })

  it.each([
    undefined,
    {},
    { what: 'impact' },
    { incident: '', what: 'impact' },
    { incident, what: '' },
    { incident, what: 'x'.repeat(201) },
  ])('is not taken from %j', async editing => {
    const session = engineBridge().openSession(() => undefined, 'host')
    expect(await session.call(newId(), 'session:editing', { editing })).toMatchObject({
      ok: false,
      fault: { kind: 'invalid-input' },
    })
  })
})
