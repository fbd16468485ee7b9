import { createHash } from 'node:crypto'
import { chmodSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Committed, openLedger } from '../../../src/main/engine/record/ledger'
import { countAttachments, writeAttachment } from '../../../src/main/engine/storage/attachments'
import { inTransaction } from '../../../src/main/engine/storage/database'
import { erasableOf } from '../../../src/main/engine/storage/erasable'
import { eraseCommands } from '../../../src/main/engine/timeline/erase-commands'
import { type ContentHash, type EntryId, newId } from '../../../src/shared/domain/ids'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { severityChanged } from '../../../src/shared/events/severity-changed'
import {
  dana,
  declared,
  expectErased,
  incident,
  type Machine,
  machine,
  SECRET,
  withSecret,
  words,
} from '../../support/erasing'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { screensOf } from '../../support/replica-screen'

describe('[ER1] a line that is erased', () => {
  it('shows its stand-in, and who erased it, when and why; its body and those of its corrections are gone', () => {
    const [one, entry] = withSecret()
    expect(JSON.stringify(one.rows())).toContain('Peacock')
    one.erase({ entry })
    expectErased(one)
    expect(one.ledger.record(incident)?.line(entry)?.earlier).toMatchObject([{ text: words.standIn }])
    const again = openLedger(one.store, keptLogger(), () => undefined)
    expect(again.record(incident)?.timeline()).toEqual(one.ledger.record(incident)?.timeline())
    expect(again.events(incident, 0, 100)).toEqual(one.ledger.events(incident, 0, 100))
  })

  it('is not corrected, retracted or erased once more', () => {
    const [one, entry] = withSecret()
    one.erase({ entry })
    expect(one.decide({ entry })).toMatchObject({ ok: false, fault: { code: 'nothing-to-erase' } })
  })

  it('is taken from screens that show it, and from one that was away meanwhile', async () => {
    const [one, entry] = withSecret()
    const replica = { ...one, told: (_: Committed) => undefined }
    const screens = screensOf(replica as never)
    onTestFinished(screens.stop)
    one.listen(committed => replica.told(committed))
    const [there, away] = [screens.open(incident), screens.open(incident)]
    await Promise.all([there.caughtUp(), away.caughtUp()])
    expect(JSON.stringify(away.store.getState().record)).toContain('Peacock')
    away.drop()
    one.erase({ entry })
    one.note('and on')
    away.reconnect()
    for (const { store, caughtUp } of [there, away, screens.open(incident)]) {
      await caughtUp()
      expect(store.getState().record?.timeline).toEqual(
        JSON.parse(JSON.stringify(one.ledger.record(incident)?.timeline())),
      )
      expect(JSON.stringify(store.getState().record)).not.toContain('Peacock')
    }
    expect(there.came.map(({ name }) => name)).toContain('rebased')
  })

  it('[ER3] leaves everything else of the incident as it was', () => {
    const [one] = withSecret()
    one.write(severityChanged.draft({ from: 'SEV-2', to: 'SEV-1', reason: SECRET }, 8, dana))
    const before = one.ledger.record(incident)?.incident
    const changed = one.ledger
      .record(incident)
      ?.timeline()
      .find(({ text }) => text.startsWith('Severity'))
    if (changed === undefined) throw new Error('There is no such line')
    one.erase({ entry: changed.id })
    expect(one.ledger.record(incident)?.incident).toEqual(before)
    expect(one.lines()).toContain(`Severity SEV-2 → SEV-1: ${words.standIn}`)
  })
})

describe('[ER1] a picture', () => {
  const content = Buffer.from('picture')
  const attachment = {
    hash: createHash('sha256').update(content).digest('hex') as ContentHash,
    type: 'image/png',
    size: 7,
  } as const
  const kept = ({ store }: Machine) => countAttachments(store.db).pictures

  it('goes with the last line that names it, and is not taken back with a bundle of before', () => {
    const one = machine()
    one.write(declared)
    inTransaction(one.store.db, () => writeAttachment(one.store.db, attachment, content, 7))
    const [first, second] = [newId<EntryId>(), newId<EntryId>()]
    for (const entry of [first, second])
      one.write(
        entryAdded.draft({ entry, kind: 'note', text: 'see', pinned: false, attachments: [attachment] }, 7, dana),
      )
    const before = one.rows()
    one.erase({ entry: first })
    expect(kept(one)).toBe(1)
    one.erase({ entry: second })
    expect(kept(one)).toBe(0)
    const bundle = { incident, drill: false, rows: before, attachments: [{ attachment, content }] }
    expect(one.ledger.merge(bundle, 11)).toMatchObject({ ok: true })
    expect(kept(one)).toBe(0)
  })
})

describe('[ER5] a row of an earlier format', () => {
  it('cannot be erased alone, and says why', () => {
    const folder = scratchFolder()
    cpSync(join(import.meta.dirname, '../../fixtures/records/format-70'), folder, { recursive: true })
    chmodSync(folder, 0o700)
    const one = machine(folder)
    const old = one.ledger.summaries().find(({ title }) => title.startsWith('Card payments'))
    if (old === undefined) throw new Error('It has no such incident')
    const record = one.ledger.record(old.id)
    const line = record?.timeline().find(({ automatic }) => !automatic)
    const situation = { record, now: 9, by: dana, erasable: erasableOf.bind(null, one.store.db) } as never
    const asked = { incident: old.id, entry: line?.id as EntryId, ...words }
    expect(eraseCommands['timeline:erase'](asked, situation)).toMatchObject({
      ok: false,
      fault: { code: 'erase-older', message: expect.stringContaining('earlier version') },
    })
  })
})
