import { describe, expect, it } from 'vitest'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import { newId, type OutboxItemId, type RequestId, type UpdateId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import { actDone } from '../../../src/shared/events/act-done'
import type { EventDraft } from '../../../src/shared/events/define'
import { updatePublished } from '../../../src/shared/events/update-published'
import { MINUTE } from '../../../src/shared/lib/time'
import { commandBench, statusPage } from '../../support/engine-parts'
import { ada } from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'

type Edit = Extract<VendorRequest, { readonly kind: 'update-edit' }>

const content: UpdateContent = {
  ...{ stage: 'progress', channel: statusPage, title: 'Payments fail', body: 'One in four card payments fails.' },
  ...{ status: 'investigating', components: {}, notify: true, nextUpdateAt: null },
}

/** An incident with one update that is out, and Ada in command. */
function desk(needed = false) {
  const bench = commandBench(scratchFolder(), { approvalNeeded: () => needed, statusPages: () => [] })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: 'Cards fail' })
  bench.run('roles:assign', { role: 'ic', name: 'Ada Lovelace' })
  const update = newId<UpdateId>()
  bench.run('comms:draft', { update, content })
  const out = { update, content, audience: 'customers', externalId: 'p1', url: null } as const
  const published = bench.clock.now()
  const append = (...events: readonly EventDraft[]) =>
    expect(bench.ledger.commit(bench.incident, newId<RequestId>(), { events }, bench.clock.now())).toMatchObject({
      ok: true,
    })
  append(updatePublished.draft(out, published, { kind: 'vendor', name: 'Statuspage' }))
  const edit: Edit = {
    ...{ kind: 'update-edit', connection: statusPage.connection, publicIncident: { id: 'p1', name: 'Payments fail' } },
    ...{ update, published, before: content.body, body: 'One in five card payments fails.', why: 'a wrong figure' },
  }
  const ask = (change: Partial<Edit> = {}, by?: typeof ada) =>
    bench.run('acts:ask', { act: newId<OutboxItemId>(), what: { ...edit, ...change } }, undefined, by)
  const finish = () => {
    const act = openItems(bench.store.db)[0]?.id ?? newId<OutboxItemId>()
    append(actDone.draft({ act, what: edit, externalId: 'p1', url: null }, bench.clock.now(), { kind: 'engine' }))
  }
  const record = () => bench.ledger.record(bench.incident)
  return { bench, edit, ask, finish, record, known: () => record()?.incident.updates[0] }
}

const fault = (code: string) => ({ ok: false, fault: { code } })

describe('an edit of an update that is out', () => {
  it('[PE2] leaves both wordings, who, and why in the record; customers read the new one', () => {
    const { bench, ask, finish, record, known } = desk()
    expect(ask({}, ada)).toMatchObject({ ok: true })
    expect(openItems(bench.store.db)).toHaveLength(1)
    expect(record()?.timeline().at(-1)).toMatchObject({
      by: ada,
      text: 'Requested: edit what customers read of “Payments fail”: “One in four card payments fails.” becomes “One in five card payments fails.”, because a wrong figure',
    })
    expect(known()?.content.body).toBe('One in four card payments fails.')
    finish()
    finish()
    expect(known()).toMatchObject({
      content: { body: 'One in five card payments fails.' },
      edits: [{ before: 'One in four card payments fails.', why: 'a wrong figure' }],
    })
  })

  it('[PE1] is refused while one is on its way, from words that are not there, and where nothing changes', () => {
    const { ask, edit, bench } = desk()
    expect(ask({ before: 'Something else.' })).toMatchObject(fault('text-changed'))
    expect(ask({ body: edit.before })).toMatchObject(fault('edit-changes-nothing'))
    expect(ask({ displayedAt: bench.clock.now() + MINUTE })).toMatchObject(fault('edit-time-ahead'))
    expect(ask({ update: newId<UpdateId>() })).toMatchObject(fault('update-not-editable'))
    expect(ask({ publicIncident: { id: 'p2', name: 'Another' } })).toMatchObject(fault('update-not-editable'))
    expect(openItems(bench.store.db)).toEqual([])
    expect(ask()).toMatchObject({ ok: true })
    expect(ask({ body: 'One in six fails.' })).toMatchObject(fault('edit-under-way'))
    expect(openItems(bench.store.db)).toHaveLength(1)
  })

  it('[PE3] is the approver’s where words for customers are approved', () => {
    const { ask } = desk(true)
    expect(ask()).toMatchObject(fault('approval-by-others'))
    expect(ask({}, ada)).toMatchObject({ ok: true })
  })

  it('[PE3] lets no secret and no open slot out', () => {
    const { ask } = desk()
    expect(ask({ body: 'Use AKIAIOSFODNN7EXAMPLE to check.' })).toMatchObject(fault('secret-in-update'))
    expect(ask({ body: 'One in ⟦how many⟧ fails.' })).toMatchObject(fault('open-slot'))
  })
})
