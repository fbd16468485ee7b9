import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBundle } from '../../../src/main/engine/record/bundle/read-bundle'
import { writeBundle } from '../../../src/main/engine/record/bundle/write-bundle'
import { heldEvents } from '../../../src/main/engine/storage/held-events'
import { readLog } from '../../../src/main/engine/storage/log-reading'
import { HOUR } from '../../../src/shared/lib/time'
import { expectErased, expectSame, incident, type Machine, machine, SECRET, withSecret } from '../../support/erasing'
import { scratchFolder } from '../../support/folders'

describe('[ER2] what is erased', () => {
  it('is dropped by every machine that folds the erasure, whichever of the two came first', () => {
    const [a, entry] = withSecret()
    const [b, c, d] = [machine(), machine(), machine()]
    const before = a.rows()
    b.take(before)
    expect(b.lines()).toContain(`${SECRET}, corrected`)
    a.erase({ entry })
    const after = a.rows()
    // The row first, then what erases it.
    expect(b.take(after)).toMatchObject({ ok: true })
    expect(b.told.at(-1)?.rebased).toBeDefined()
    // What erases it first, then the row as somebody else still has it.
    expect(c.take(after)).toMatchObject({ ok: true })
    expect(c.take(before)).toMatchObject({ ok: true, value: { added: 0 } })
    // Both at once: a mixture of two copies, bodies included.
    const erasing = after.filter(({ id }) => !before.some(row => row.id === id))
    expect(d.take([...before, ...erasing])).toMatchObject({ ok: true })
    for (const one of [a, b, c, d]) expectErased(one)
    for (const one of [b, c, d]) expectSame(a, one)
  })

  it('does not come back with a row that came late, after what erased it', () => {
    const [a, entry] = withSecret()
    const b = machine()
    const before = a.rows()
    b.take(before.slice(0, 3))
    // Somebody who has the row erases it; this machine hears of that first, over a third one.
    const c = machine()
    c.take(before)
    c.erase({ entry })
    const fromC = c.rows().filter(({ origin }) => origin === c.store.origin.id)
    expect(b.take(fromC)).toMatchObject({ ok: true })
    expect(b.take(before)).toMatchObject({ ok: true })
    expectErased(b)
    c.take(b.rows())
    expectSame(b, c)
  })

  it('is not kept by a held copy of it either, and comes back with nothing that is admitted', () => {
    const [a] = withSecret()
    const b = machine()
    b.take(a.rows())
    a.clock.now = b.clock.now + 25 * HOUR
    const late = a.note(`${SECRET} again`)
    b.take(a.rows())
    expect(heldEvents(b.store.db, incident)).toHaveLength(1)
    a.erase({ entry: late })
    b.take(a.rows())
    // What erases it is ahead as well: it counts when it is admitted.
    expect(JSON.stringify(heldEvents(b.store.db, incident))).toContain('again')
    b.ledger.admitAhead(incident)
    expect(JSON.stringify(b.store.db.prepare('SELECT * FROM event').all())).not.toContain('again')
    expect(readLog(b.store.db, incident, b.store.origin.id).damage).toBeNull()
    expectSame(a, b)
  })

  it('twice on two machines that had not heard of each other shows one stand-in, the same everywhere', () => {
    const [a, entry] = withSecret()
    const b = machine()
    b.take(a.rows())
    b.clock.now = 2_000
    a.erase({ entry })
    b.erase({ entry })
    const [fromA, fromB] = [a.rows(), b.rows()]
    a.take(fromB)
    b.take(fromA)
    for (const one of [a, b]) expectErased(one)
    expectSame(a, b)
  })
})

describe('[ER2] a file', () => {
  it('of before the erasure brings nothing back, and one of after it erases where it is taken', async () => {
    const [a, entry] = withSecret()
    const [before, after] = [join(scratchFolder(), 'before.quarterdeck'), join(scratchFolder(), 'after.quarterdeck')]
    const pack = (file: string) => writeBundle(a.store, { incident, file, drill: false })
    expect(await pack(before)).toMatchObject({ ok: true })
    a.erase({ entry })
    expect(await pack(after)).toMatchObject({ ok: true })
    const take = async (one: Machine, file: string) => {
      const bundle = await readBundle(file)
      if (!bundle.ok) throw new Error(bundle.fault.code)
      expect(one.ledger.merge({ ...bundle.value.batch, drill: false }, 11)).toMatchObject({ ok: true })
    }
    const [b, c] = [machine(), machine()]
    for (const file of [before, after]) await take(b, file)
    for (const file of [after, before]) await take(c, file)
    await take(a, before)
    for (const one of [a, b, c]) expectErased(one)
    for (const one of [b, c]) expectSame(a, one)
  })
})
