import { describe, expect, it } from 'vitest'
import { openItems, readQueuedItem } from '../../../src/main/engine/storage/queued-items'
import { newId, type RequestId, type UpdateId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import { updateUnknown } from '../../../src/shared/events/update-unknown'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench, statusPage } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

const content: UpdateContent = {
  ...{
    stage: 'initial',
    channel: statusPage,
    title: 'Payments fail',
    body: 'Payments fail. We look into it. Next update within the hour.',
    status: 'investigating',
  },
  ...{ components: {}, notify: false, nextUpdateAt: null },
}

/** An update of which nobody knows whether it is out, and what a person may say of it. */
function inDoubt() {
  const bench: Bench = commandBench(scratchFolder(), { act: id => readQueuedItem(bench.store.db, id) })
  const update = newId<UpdateId>()
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  bench.run('comms:draft', { update, content })
  bench.run('comms:publish', { update })
  const [act] = openItems(bench.store.db)
  if (act === undefined) throw new Error('Nothing was to be published')
  const { clock, ledger, incident } = bench
  const unknown = { ...act, state: 'unknown', attempts: 1, looks: 2, notBefore: clock.now() + MINUTE } as const
  const events = [updateUnknown.draft({ update, act: act.id, reason: 'no answer' }, clock.now(), { kind: 'engine' })]
  ledger.commit(incident, newId<RequestId>(), { events, changedItems: [unknown] }, clock.now())
  return { bench, update, row: () => readQueuedItem(bench.store.db, act.id) }
}

describe('a person’s word on an update in doubt', () => {
  it('[OB18] “send again” does not send: it has the outbox look at once, with the looks that were made', () => {
    const { bench, update, row } = inDoubt()
    bench.clock.advance(10 * MINUTE)
    expect(bench.run('comms:settle', { update, word: 'send-again' })).toMatchObject({ ok: true })
    const now = bench.clock.now()
    expect(row()).toMatchObject({ state: 'again', looks: 2, attempts: 1, notBefore: now, createdAt: now })
    expect(openItems(bench.store.db)).toHaveLength(1)
  })

  it('[OB18] a second word is refused while the first is followed', () => {
    const { bench, update, row } = inDoubt()
    bench.run('comms:settle', { update, word: 'send-again' })
    expect(bench.run('comms:settle', { update, word: 'send-again' })).toMatchObject({ ok: false })
    expect(bench.run('comms:cancel', { update })).toMatchObject({ ok: false })
    expect(row()?.state).toBe('again')
  })

  it('[UP3] what was given up in doubt cannot be worded anew or published again', () => {
    const { bench, update } = inDoubt()
    bench.run('comms:settle', { update, word: 'give-up' })
    for (const reply of [
      bench.run('comms:draft', { update, content }),
      bench.run('comms:publish', { update }),
      bench.run('comms:discard', { update }),
    ]) {
      expect(reply).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    }
    expect(openItems(bench.store.db)).toEqual([])
  })
})
