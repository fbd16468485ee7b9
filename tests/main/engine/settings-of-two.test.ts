import { describe, expect, it } from 'vitest'
import { codeText } from '../../../src/shared/contract/coded-text'
import type { EngineSettings, EngineSettingsChange } from '../../../src/shared/contract/engine-settings'
import { callInputs } from '../../../src/shared/contract/parsers'
import type { AudienceMatrix, AudienceRow } from '../../../src/shared/domain/audience-matrix'
import * as english from '../../../src/shared/texts/english'
import { scratchFolder } from '../../support/folders'
import { runEngine } from '../../support/running-engine'

/** Two sessions of one engine, each with what it last read. */
async function two() {
  const { call } = runEngine(scratchFolder(), {})
  const read = async () => {
    const reply = await call('settings:read', {})
    if (!reply.ok) throw new Error(reply.fault.message)
    return reply.value
  }
  const change = (part: EngineSettingsChange) => call('settings:change', callInputs['settings:change'].parse(part))
  return { read, change }
}

const saidOf = (reply: Awaited<ReturnType<Awaited<ReturnType<typeof two>>['change']>>) => {
  if (reply.ok) return 'stored'
  const { code, values, message, kind } = reply.fault
  expect([kind, code]).toEqual(['conflict', 'setting-changed-meanwhile'])
  expect(codeText({ code, values, message: '' } as never, english.faults)).toBe(message)
  return message
}

const changes: readonly [keyof EngineSettings, EngineSettingsChange, EngineSettingsChange, string][] = [
  ['me', { me: 'Night shift' }, { me: 'Day shift' }, 'the default display name meanwhile. It is now: Night shift'],
  ['cancelWindow', { cancelWindow: 30_000 }, { cancelWindow: 0 }, 'the cancel window meanwhile. It is now: 30 s'],
  ['approvalFor', { approvalFor: ['SEV-1'] }, { approvalFor: [] }, 'need an approval meanwhile. It is now: SEV-1'],
  [
    'holdingApproval',
    { holdingApproval: true },
    { holdingApproval: false },
    'holding post meanwhile. It is now: required',
  ],
  ['mirror', { mirror: 'all' }, { mirror: 'none' }, 'the timeline repeat meanwhile. It is now: all'],
  ['repairTime', { repairTime: 'block' }, { repairTime: 'off' }, 'time of repair meanwhile. It is now: block'],
  [
    'cadence',
    { cadence: { updateMinutes: { 'SEV-1': 20 } } },
    { cadence: { updateMinutes: { 'SEV-1': 45 } } },
    'how often checkpoints and updates are due meanwhile. It is now: SEV-1: 20',
  ],
]

describe('[SE8] two people change one setting', () => {
  it.each(changes)(
    '%s: the second is told what the first set, and nothing is replaced',
    async (key, one, other, told) => {
      const { read, change } = await two()
      const was = { [key]: (await read())[key] }
      expect(await change({ ...one, was })).toMatchObject({ ok: true })
      const first = await read()
      expect(saidOf(await change({ ...other, was }))).toContain(told)
      expect(await read()).toEqual(first)
      // What both set to the same is no conflict, and what is said on top of theirs is stored.
      expect(saidOf(await change({ ...one, was }))).toBe('stored')
      expect(saidOf(await change({ ...other, was: { [key]: first[key] } }))).toBe('stored')
      expect((await read())[key]).not.toEqual(first[key])
    },
  )

  it('of two values of the cadence both stay', async () => {
    const { read, change } = await two()
    const was = { cadence: (await read()).cadence }
    await change({ cadence: { updateMinutes: { 'SEV-1': 20 } }, was })
    expect(saidOf(await change({ cadence: { updateMinutes: { 'SEV-2': 50 } }, was }))).toBe('stored')
    expect((await read()).cadence.updateMinutes).toMatchObject({ 'SEV-1': 20, 'SEV-2': 50 })
  })

  const withRow = (table: AudienceMatrix, id: string, part: Partial<AudienceRow>): AudienceMatrix => ({
    ...table,
    audiences: table.audiences.map(row => (row.id === id ? { ...row, ...part } : row)),
  })
  const without = (table: AudienceMatrix, id: string): AudienceMatrix => ({
    ...table,
    audiences: table.audiences.filter(row => row.id !== id),
  })
  const named = (table: AudienceMatrix, id: string) => table.audiences.find(row => row.id === id)?.name

  it('of two rows of the table of audiences both stay; of one row the second is told how it is now', async () => {
    const { read, change } = await two()
    const { audiences: table } = await read()
    const was = { audiences: table }
    await change({ audiences: withRow(table, 'leadership', { name: 'Board', channels: ['email'] }), was })
    expect(saidOf(await change({ audiences: withRow(table, 'support', { name: 'Desk' }), was }))).toBe('stored')
    const { audiences: both } = await read()
    expect([named(both, 'leadership'), named(both, 'support')]).toEqual(['Board', 'Desk'])
    const told = saidOf(await change({ audiences: withRow(table, 'leadership', { name: 'Directors' }), was }))
    expect(told).toMatch(/the audience “Board” meanwhile\. It is now: “Board; .*; email; SEV-1 5, then 60;/)
    const removed = saidOf(await change({ audiences: without(table, 'leadership'), was }))
    expect(removed).toContain('It is now: “Board;')
    // The method's table as a whole would take both with it.
    expect(saidOf(await change({ audiences: null, was }))).toContain('the audience “')
    expect((await read()).audiences).toEqual(both)
  })

  it('a row that someone else removed is said to be removed, and can be put back', async () => {
    const { read, change } = await two()
    const { audiences: table } = await read()
    const was = { audiences: table }
    await change({ audiences: without(table, 'legal'), was })
    const mine = withRow(table, 'legal', { name: 'Lawyers' })
    expect(saidOf(await change({ audiences: mine, was }))).toContain('It is now: removed')
    const now = { audiences: (await read()).audiences }
    expect(saidOf(await change({ audiences: mine, was: now }))).toBe('stored')
    expect(named((await read()).audiences, 'legal')).toBe('Lawyers')
  })

  it('two rows that are good alone and have one name together are refused', async () => {
    const { read, change } = await two()
    const { audiences: table } = await read()
    const was = { audiences: table }
    await change({ audiences: withRow(table, 'support', { name: 'Desk' }), was })
    expect(await change({ audiences: withRow(table, 'leadership', { name: 'Desk' }), was })).toMatchObject({
      fault: { kind: 'conflict', code: 'setting-audiences-together' },
    })
    expect(named((await read()).audiences, 'leadership')).toBe('Leadership')
  })
})
