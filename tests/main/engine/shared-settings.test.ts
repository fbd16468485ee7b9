import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { adoptable } from '../../../src/main/engine/method/method-store'
import { sharedSettings } from '../../../src/main/engine/settings/shared-settings'
import { openSettings } from '../../../src/main/hosts/web/settings'
import type { Mode } from '../../../src/shared/contract/mode'
import { callInputs } from '../../../src/shared/contract/parsers'
import { methodCadence } from '../../../src/shared/domain/method/method-rules'
import { scratchFolder } from '../../support/folders'
import { shippedMethod } from '../../support/shipped-method'

const method = shippedMethod()
const usual = methodCadence(method.current().method)
const { audiences } = method.current().method
const tables = { audiences, methodAudiences: audiences }
const drill: Mode = { kind: 'drill', name: 'd', title: 'D', startedAt: 0, speed: 1, briefing: '' }

function stage(world: Mode = { kind: 'real' }) {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ me: 'Ada', cancelWindow: 5_000 }))
  const store = openSettings(folder)
  return { store, shared: sharedSettings(world, store, method) }
}

const noApproval = { approvalFor: ['SEV-1', 'SEV-2'], holdingApproval: false, repairTime: 'warn' }

describe('[SE6] the settings of an engine', () => {
  it('are read and changed one by one, and are in the file at once', () => {
    const { store, shared } = stage()
    expect(shared.read()).toEqual({
      ok: true,
      value: {
        me: 'Ada',
        cancelWindow: 5_000,
        cadence: usual,
        methodCadence: usual,
        ...noApproval,
        ...tables,
        mirror: 'decisions',
      },
    })
    expect(shared.change({ cancelWindow: 30_000 })).toEqual({
      ok: true,
      value: {
        me: 'Ada',
        cancelWindow: 30_000,
        cadence: usual,
        methodCadence: usual,
        ...noApproval,
        ...tables,
        mirror: 'decisions',
      },
    })
    expect(shared.change({ me: null })).toEqual({
      ok: true,
      value: {
        me: null,
        cancelWindow: 30_000,
        cadence: usual,
        methodCadence: usual,
        ...noApproval,
        ...tables,
        mirror: 'decisions',
      },
    })
    const chosen = { approvalFor: ['SEV-1'], holdingApproval: true } as const
    expect(shared.change(chosen)).toMatchObject({ ok: true, value: chosen })
    expect(store.read()).toMatchObject({ me: null, cancelWindow: 30_000, ...chosen })
    expect(shared.change({ repairTime: 'block' })).toMatchObject({ ok: true, value: { repairTime: 'block' } })
    expect(store.read()).toMatchObject({ repairTime: 'block' })
  })

  it('[AU12] have the team’s table of audiences, and nothing of one that is as the method says', () => {
    const { store, shared } = stage()
    const own = { ...audiences, follow: 20 }
    expect(shared.change({ audiences: own })).toMatchObject({
      ok: true,
      value: { audiences: own, methodAudiences: audiences },
    })
    expect(store.read().audiences).toEqual(own)
    expect(adoptable(method.current(), undefined, store.read().audiences).rules.audiences).toEqual(own)
    shared.change({ audiences })
    expect(store.read().audiences).toBeNull()
    expect(shared.read()).toMatchObject({ value: { audiences } })
    expect(adoptable(method.current(), undefined, null).version).toBe(method.current().version)
  })

  it('[AU12] a table with a mistake is refused by the call, so that nothing changes', () => {
    const without = { ...audiences, audiences: audiences.audiences.filter(({ as }) => as !== 'customers') }
    expect(callInputs['settings:change'].safeParse({ audiences: without }).success).toBe(false)
    const [first] = audiences.audiences
    const twice = { ...audiences, audiences: [...audiences.audiences, first] }
    expect(callInputs['settings:change'].safeParse({ audiences: twice }).success).toBe(false)
    expect(callInputs['settings:change'].safeParse({ audiences }).success).toBe(true)
  })

  it('[SE7] hold of the cadence only what differs from the method, one value at a time, and give it back', () => {
    const { store, shared } = stage()
    shared.change({ cadence: { updateMinutes: { 'SEV-1': 20 } } })
    shared.change({ cadence: { checkpointMinutes: { 'SEV-2': null } } })
    expect(store.read().cadence).toEqual({ updateMinutes: { 'SEV-1': 20 }, checkpointMinutes: { 'SEV-2': null } })
    expect(shared.read()).toMatchObject({
      value: {
        cadence: {
          updateMinutes: { ...usual.updateMinutes, 'SEV-1': 20 },
          firstUpdateMinutes: usual.firstUpdateMinutes,
        },
        methodCadence: usual,
      },
    })
    shared.change({ cadence: { checkpointMinutes: { 'SEV-2': usual.checkpointMinutes['SEV-2'] } } })
    expect(store.read().cadence).toEqual({ updateMinutes: { 'SEV-1': 20 } })
    shared.change({ cadence: usual })
    expect(store.read().cadence).toEqual({})
  })

  it('[SE7] of a file from before hold all values: those that differ are chosen, and the others follow the method', () => {
    const { store } = stage()
    const all = { ...usual, updateMinutes: { ...usual.updateMinutes, 'SEV-1': 20 } }
    store.write({ cadence: all })
    sharedSettings(drill, store, method)
    expect(store.read().cadence).toEqual(all)
    const shared = sharedSettings({ kind: 'real' }, store, method)
    expect(store.read().cadence).toEqual({ updateMinutes: { 'SEV-1': 20 } })
    expect(shared.read()).toMatchObject({ value: { cadence: all, methodCadence: usual } })
    shared.change({ cadence: { updateMinutes: { 'SEV-2': 45 } } })
    expect(store.read().cadence).toEqual({ updateMinutes: { 'SEV-1': 20, 'SEV-2': 45 } })
  })

  it('[SE7] of a file from before hold as they are where it cannot be written', () => {
    const { store } = stage()
    store.write({ cadence: usual })
    const write = () => {
      throw new Error('EROFS')
    }
    expect(sharedSettings({ kind: 'real' }, { ...store, write }, method).read()).toMatchObject({
      value: { cadence: usual },
    })
  })

  it('[SE7] stay chosen at a start where they happen to be as the method says', () => {
    const { store } = stage()
    const chosen = { updateMinutes: { 'SEV-1': usual.updateMinutes['SEV-1'] } }
    store.write({ cadence: chosen })
    sharedSettings({ kind: 'real' }, store, method)
    expect(store.read().cadence).toEqual(chosen)
  })

  it('[SE7] take a method of up to a week back', () => {
    const weekly = { ...usual, updateMinutes: { ...usual.updateMinutes, 'SEV-4': 7 * 24 * 60 } }
    expect(callInputs['settings:change'].safeParse({ cadence: weekly }).success).toBe(true)
    const longer = { ...usual, updateMinutes: { ...usual.updateMinutes, 'SEV-4': 7 * 24 * 60 + 1 } }
    expect(callInputs['settings:change'].safeParse({ cadence: longer }).success).toBe(false)
  })

  it('are shown in a drill, and not changed', () => {
    const { store, shared } = stage(drill)
    expect(shared.read().ok).toBe(true)
    expect(shared.change({ cancelWindow: 0 })).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    expect(store.read().cancelWindow).toBe(5_000)
  })

  it.each([{ cancelWindow: 4_000 }, { cancelWindow: -1 }, { cancelWindow: '0' }, { me: '' }, { me: 'x'.repeat(500) }])(
    'are not changed to %j',
    input => {
      expect(callInputs['settings:change'].safeParse(input).success).toBe(false)
    },
  )
})
