import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { emptyWriteAheadLog } from '../../../src/main/engine/storage/erase'
import { type EntryId, newId } from '../../../src/shared/domain/ids'
import { engineOn, incidentWith } from '../../support/damaged-record'
import { bytesOf, SECRET, withSecret, words } from '../../support/erasing'
import { scratchFolder } from '../../support/folders'

describe('[ER4] the bytes of what is erased', () => {
  it('are in no file of the folder, while it runs and after it', () => {
    const [one] = withSecret()
    const entries = Array.from({ length: 300 }, (_, n) =>
      one.note(`${'x'.repeat((n * 37) % 900)} needle-${n}-${SECRET}`),
    )
    expect(emptyWriteAheadLog(one.store.db)).toBe(true)
    const all = Array.from({ length: 6 }, (_, n) => entries[n * 49 + 3] as EntryId)
    for (const entry of all) one.erase({ entry })
    expect(emptyWriteAheadLog(one.store.db)).toBe(true)
    const gone = (bytes: string) => all.map((_, n) => bytes.includes(`needle-${n * 49 + 3}-`))
    expect(gone(bytesOf(one.folder))).toEqual(all.map(() => false))
    expect(bytesOf(one.folder)).toContain('needle-5-')
    one.store.close()
    expect(gone(bytesOf(one.folder))).toEqual(all.map(() => false))
  })
})

describe('[ER4] an engine', () => {
  it('brings out of the folder at its start what a crash had left in the log of writes', async () => {
    const [one, entry] = withSecret()
    one.erase({ entry })
    const crashed = scratchFolder()
    for (const name of readdirSync(one.folder).filter(file => file.startsWith('quarterdeck.sqlite')))
      cpSync(join(one.folder, name), join(crashed, name))
    expect(bytesOf(crashed)).toContain('Peacock')
    const engine = engineOn(crashed)
    onTestFinished(() => engine.stop())
    await expect.poll(() => bytesOf(crashed)).not.toContain('Peacock')
    // No engine had written down how far the log reached.
    expect((await engine.problems()).map(({ kind }) => kind)).toEqual(['heads-lost'])
  })

  it('drops what is half typed about an erased line', async () => {
    const engine = engineOn(scratchFolder())
    onTestFinished(() => engine.stop())
    const id = await incidentWith(engine, 'Payments fail')
    const entry = newId<EntryId>()
    const line = { incident: id, entry, kind: 'note', text: SECRET, occurredAt: null, pinned: false } as const
    expect(await engine.call('timeline:append', line)).toMatchObject({ ok: true })
    const place = { incident: id, screen: 'desk-at-home', field: `correction:${entry}` }
    await engine.call('typed-text:write', { ...place, text: `${SECRET}, half`, at: 5 })
    expect(await engine.call('typed-text:read', place)).toMatchObject({ value: { text: `${SECRET}, half` } })
    expect(await engine.call('timeline:erase', { incident: id, entry, ...words })).toMatchObject({ ok: true })
    expect(await engine.call('typed-text:read', place)).toMatchObject({ ok: true, value: { text: '' } })
    const late = { ...line, entry: newId<EntryId>(), text: 'goes on' }
    expect(await engine.call('timeline:append', late)).toMatchObject({ ok: true })
    const again = { incident: id, entry, text: 'back?' }
    expect(await engine.call('timeline:correct', again)).toMatchObject({ ok: false, fault: { code: 'line-erased' } })
  })
})
