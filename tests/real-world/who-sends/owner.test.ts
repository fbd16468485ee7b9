import { describe, expect, it } from 'vitest'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import { watchSentElsewhere } from '../../../src/main/engine/workspace/sent-elsewhere'
import type { IncidentId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import {
  askPost,
  carry,
  copyOf,
  declare,
  type OpenFolder,
  openFolder,
  postsOf,
  publishUpdate,
  startSlack,
} from '../copied-folder/stage'

type Running = OpenFolder & { readonly outbox: ReturnType<OpenFolder['start']> }

function running(folder: string, vendor: Parameters<typeof openFolder>[1], clock?: OpenFolder['clock']): Running {
  const engine = openFolder(folder, vendor, clock)
  const outbox = engine.start()
  return { ...engine, outbox }
}

const shown = ({ store, ledger }: OpenFolder) => watchSentElsewhere(store.db, ledger, () => undefined).read()
const rowStates = ({ store }: OpenFolder) => openItems(store.db).map(({ state }) => state)

function takeOver(engine: OpenFolder, incident: IncidentId) {
  return engine.run('owner:take', { incident, term: engine.ledger.record(incident)?.incident.owner?.term ?? 1 })
}

/** Long enough for every wait of the outbox, with a turn for the line after each. */
async function letPass(...engines: readonly Running[]): Promise<void> {
  for (let minute = 0; minute < 4; minute += 1) {
    for (const { outbox, clock } of engines) {
      outbox.wake()
      clock.advance(MINUTE)
    }
    await new Promise(done => setTimeout(done, 20))
  }
}

/** An incident that A declared, and that came to B in a file. */
async function twoMachines() {
  const vendor = await startSlack()
  const a = running(scratchFolder(), vendor)
  const incident = declare(a)
  const b = running(scratchFolder(), vendor)
  await carry(incident, a, b)
  return { vendor, a, b, incident }
}

describe('[OW1] one machine sends for an incident', () => {
  it('at first the one on which it was declared: what is asked for at another waits, over a restart too, and is told', async () => {
    const { vendor, a, b, incident } = await twoMachines()
    askPost(b, incident, 'from-b')
    askPost(a, incident, 'from-a')
    await expect.poll(() => letPass(a, b).then(() => postsOf(vendor))).toEqual(['from-a'])
    await b.stop()
    const again = running(b.store.folder, vendor, b.clock)
    await letPass(again)
    expect([again.standing(incident), rowStates(again)]).toEqual([['waiting'], ['held']])
    const said = { incident, term: 1, who: 'Dana Scully', here: false, waiting: 1, handedTo: null }
    expect([shown(again), shown(a)]).toEqual([[said], []])
    // The file that it comes back in makes A send nothing either: nobody there asked for it.
    await carry(incident, again, a)
    await letPass(a)
    expect(postsOf(vendor)).toEqual(['from-a'])
  })

  it('of two who take it over at once the first in order, on every machine; what the other has waits', async () => {
    const { vendor, a, b, incident } = await twoMachines()
    const c = running(scratchFolder(), vendor)
    await carry(incident, a, c)
    for (const one of [b, c]) {
      expect(takeOver(one, incident)).toMatchObject({ ok: true })
      askPost(one, incident, one === b ? 'from-b' : 'from-c')
    }
    await carry(incident, b, c)
    await carry(incident, c, b)
    for (const one of [b, c]) await carry(incident, one, a)
    const owners = [a, b, c].map(({ ledger }) => ledger.record(incident)?.incident.owner?.origin)
    expect(new Set(owners).size).toBe(1)
    expect([a, b, c].map(({ ledger }) => ledger.sends(incident)).filter(Boolean)).toHaveLength(1)
    await letPass(a, b, c)
    const owner = owners[0] === b.store.origin.id ? 'from-b' : 'from-c'
    await expect.poll(() => postsOf(vendor)).toEqual([owner])
    const voided = c.ledger.record(incident)?.incident.unfolded ?? []
    expect(voided).toMatchObject([{ kind: 'owner-taken', because: { as: 'void', reason: 'owner-taken' } }])
  })
})

describe('[OW2] taking over', () => {
  it('sends what waited here, and nothing that the other machine may have begun before a person says so', async () => {
    const { vendor, a, b, incident } = await twoMachines()
    askPost(a, incident, 'begun-by-a')
    publishUpdate(a, incident)
    await a.stop()
    const whole = openFolder(a.store.folder, vendor, a.clock)
    await carry(incident, whole, b)
    askPost(b, incident, 'from-b')
    expect(takeOver(b, incident)).toMatchObject({ ok: true })
    await expect.poll(() => letPass(b).then(() => b.standing(incident))).toEqual(['unknown', 'done'])
    expect(b.delivery(incident)).toEqual(['unknown'])
    expect(postsOf(vendor)).toEqual(['from-b'])
    const [begun] = b.ledger.record(incident)?.incident.acts ?? []
    expect(b.run('acts:settle', { incident, act: begun?.id, word: 'send-again' })).toMatchObject({ ok: true })
    const before = vendor.seen.length
    await expect.poll(() => letPass(b).then(() => b.standing(incident))).toEqual(['done', 'done'])
    // It was looked for first.
    expect(vendor.seen[before]?.url.pathname).toContain('conversations.history')
    expect(shown(b)).toEqual([])
  })

  it('is refused where somebody took over meanwhile, and is undone by nobody but the next who does', async () => {
    const { a, b, incident } = await twoMachines()
    expect(takeOver(b, incident)).toMatchObject({ ok: true })
    expect(b.run('owner:take', { incident, term: 1 })).toMatchObject({ ok: false, fault: { code: 'owner-changed' } })
    await carry(incident, b, a)
    expect(takeOver(a, incident)).toMatchObject({ ok: true })
    await carry(incident, a, b)
    expect([a, b].map(({ ledger }) => ledger.sends(incident))).toEqual([true, false])
  })
})

describe('[OW3] a machine that hears that another one took over', () => {
  it('sends nothing more: what it had begun is unknown and cannot be sent again from there', async () => {
    const { vendor, a, b, incident } = await twoMachines()
    askPost(a, incident, 'begun-by-a')
    publishUpdate(a, incident)
    // Before A has sent anything.
    await carry(incident, a, b)
    takeOver(b, incident)
    await carry(incident, b, a)
    await letPass(a, b)
    expect(postsOf(vendor)).toEqual([])
    expect([a.standing(incident), a.delivery(incident)]).toEqual([['unknown'], ['unknown']])
    const [act] = a.ledger.record(incident)?.incident.acts ?? []
    expect(a.run('acts:settle', { incident, act: act?.id, word: 'send-again' })).toMatchObject({
      ok: false,
      fault: { code: 'other-machine-sends' },
    })
    expect(shown(a)).toEqual([{ incident, term: 2, who: 'Dana Scully', here: false, waiting: 0, handedTo: null }])
  })

  it('keeps what it had sent meanwhile: done is done on both, and the other asks nobody about it any more', async () => {
    const { vendor, a, b, incident } = await twoMachines()
    askPost(a, incident, 'sent-by-a')
    await carry(incident, a, b)
    takeOver(b, incident)
    expect(rowStates(b)).toEqual(['left'])
    // Cut off from B, but not from the vendor.
    await expect.poll(() => letPass(a).then(() => a.standing(incident))).toEqual(['done'])
    await carry(incident, a, b)
    await carry(incident, b, a)
    expect([a.standing(incident), b.standing(incident)]).toEqual([['done'], ['done']])
    expect(rowStates(b)).toEqual([])
    await letPass(a, b)
    expect(postsOf(vendor)).toEqual(['sent-by-a'])
  })
})

it('[OW1] [WS4] a copy of a folder that still runs sends for no incident of it before a person takes over', async () => {
  const vendor = await startSlack()
  const first = running(scratchFolder(), vendor)
  const incident = declare(first)
  const copy = running(copyOf(first.store.folder), vendor)
  expect(copy.answer('runs')).toMatchObject({ ok: true })
  askPost(copy, incident, 'from-the-copy')
  await letPass(first, copy)
  expect([postsOf(vendor), rowStates(copy)]).toEqual([[], ['held']])
  // The answer alone sends nothing, this one neither.
  expect(copy.answer('gone', 'runs')).toMatchObject({ ok: true })
  await letPass(copy)
  expect(postsOf(vendor)).toEqual([])
  expect(shown(copy)).toMatchObject([{ here: true, waiting: 1 }])
  expect(takeOver(copy, incident)).toMatchObject({ ok: true })
  await expect.poll(() => letPass(copy).then(() => postsOf(vendor))).toEqual(['from-the-copy'])
})
