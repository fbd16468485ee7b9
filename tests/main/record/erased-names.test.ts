import { describe, expect, it } from 'vitest'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { emptyWriteAheadLog } from '../../../src/main/engine/storage/erase'
import type { Store } from '../../../src/main/engine/storage/store'
import { actorName, responderNamed } from '../../../src/shared/domain/people'
import { assignedResponders } from '../../../src/shared/domain/responders'
import { roleAssigned } from '../../../src/shared/events/role-assigned'
import { texts } from '../../../src/shared/texts/texts'
import { bytesOf, dana, expectSame, incident, machine, person, withSecret, words } from '../../support/erasing'
import { keptLogger } from '../../support/kept-logger'

describe('[NP1] a name that is erased', () => {
  it('is gone from every event of the incident and from the folder, and the stand-in stands in its place', () => {
    const [one] = withSecret()
    one.note('by somebody else', person('Fox Mulder'))
    one.erase({ name: 'dana SCULLY' })
    const by = () =>
      one.ledger
        .record(incident)
        ?.timeline()
        .map(line => actorName(line.by))
    const shown = ['Quarterdeck', words.standIn, words.standIn, words.standIn, 'Fox Mulder', 'Walter Skinner']
    expect(by()).toEqual(shown)
    const again = openLedger(one.store, keptLogger(), () => undefined)
    expect(again.record(incident)?.timeline()).toEqual(one.ledger.record(incident)?.timeline())
    const [b, c] = [machine(), machine()]
    b.take(one.rows())
    expect(
      b.ledger
        .record(incident)
        ?.timeline()
        .map(line => actorName(line.by)),
    ).toEqual(shown)
    c.take(b.rows())
    expectSame(one, c)
    emptyWriteAheadLog(one.store.db)
    one.store.close()
    expect(bytesOf(one.folder)).not.toContain('Scully')
    expect(bytesOf(one.folder)).toContain('Fox Mulder')
  })

  it('[ER6] stays where it was typed for the holder of a role, as the dialog says', () => {
    const [one] = withSecret()
    const held = responderNamed('Dana Scully')
    if (held === undefined) throw new Error('Nobody has no name')
    one.write(roleAssigned.draft({ role: 'ic', responder: held }, 8, dana))
    one.erase({ name: 'Dana Scully' })
    const record = one.ledger.record(incident)
    const line = record?.timeline().find(({ text }) => text.includes('Dana Scully'))
    expect(line && actorName(line.by)).toBe(words.standIn)
    expect(record && assignedResponders(record.incident).map(({ responder }) => responder)).toEqual([held])
    expect(texts.timeline.erase.nameAbout).toContain('Role assignments')
  })

  it('belongs to another person when it is typed again', () => {
    const [one] = withSecret()
    one.erase({ name: 'Dana Scully' })
    one.note('back again')
    const again = one.ledger
      .record(incident)
      ?.timeline()
      .find(({ text }) => text === 'back again')
    expect(again?.by).toEqual(dana)
    const ids = new Set(
      (one.store as Store).db
        .prepare("SELECT by FROM event WHERE kind = 'entry-added'")
        .all()
        .map(({ by }) => JSON.parse(String(by)).person),
    )
    expect(ids.size).toBe(2)
  })
})
