import { describe, expect, it } from 'vitest'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import {
  type ContentHash,
  newId,
  type OutboxItemId,
  type RequestId,
  type ResponderId,
  type UpdateId,
} from '../../../src/shared/domain/ids'
import type { Incident } from '../../../src/shared/domain/incident'
import { type EditVerdict, editHash, waitingEdits } from '../../../src/shared/domain/proposed-edit'
import type { UpdateContent } from '../../../src/shared/domain/update'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import { actDone } from '../../../src/shared/events/act-done'
import type { EventDraft } from '../../../src/shared/events/define'
import { editJudged } from '../../../src/shared/events/edit-judged'
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
function desk(needed = false, entry?: string) {
  const bench = commandBench(scratchFolder(), { approvalNeeded: () => needed, statusPages: () => [] })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: 'Cards fail' })
  bench.run('roles:assign', { role: 'ic', name: 'Ada Lovelace' })
  const update = newId<UpdateId>()
  bench.run('comms:draft', { update, content })
  const out = { update, content, audience: 'customers', externalId: 'p1', url: null, entry } as const
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
  const propose = (by: typeof ada, change: Partial<Edit> = {}, because = '') =>
    bench.run('comms:edit', { act: newId<OutboxItemId>(), what: { ...edit, ...change }, because }, undefined, by)
  const proposed = () => {
    const last = head(record()).proposedEdits.at(-1)
    if (last === undefined) throw new Error('One was proposed')
    return last
  }
  const judge = (by: typeof ada, said: EditVerdict, note = '') =>
    bench.run(
      'comms:judge-edit',
      { ...verdict(said, note), edit: proposed().id, text: editHash(proposed().what) },
      undefined,
      by,
    )
  const known = () => record()?.incident.updates[0]
  return { bench, edit, ask, finish, record, known, propose, proposed, judge, append }
}

const mia: typeof ada = { kind: 'person', responder: { id: 'mia chen' as ResponderId, name: 'Mia Chen' } }
const verdict = (said: EditVerdict, note = '') => ({ verdict: said, note })
function head(record: { readonly incident: Incident } | null): Incident {
  if (record === null) throw new Error('It was declared')
  return record.incident
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

  it('[PE5] is proposed by who does not approve, read by who does, and goes once; two people, two windows', () => {
    const { bench, edit, record, propose, judge, proposed } = desk(true)
    expect(propose(mia)).toMatchObject({ ok: true })
    expect(openItems(bench.store.db)).toEqual([])
    expect(record()?.timeline().at(-1)).toMatchObject({
      by: mia,
      text: expect.stringMatching(/^Edit proposed: edit what customers read of “Payments fail”/),
    })
    expect(record()?.incident.acts).toEqual([])
    // Neither who proposed it nor anybody else lets it go.
    expect(judge(mia, 'approved')).toMatchObject(fault('approval-by-others'))
    expect(
      bench.run(
        'comms:judge-edit',
        { ...verdict('approved'), edit: proposed().id, text: '0'.repeat(64) as ContentHash },
        undefined,
        ada,
      ),
    ).toMatchObject(fault('text-changed'))
    expect(judge(ada, 'approved')).toMatchObject({ ok: true })
    expect(judge(ada, 'approved')).toMatchObject(fault('edit-judged-already'))
    expect(openItems(bench.store.db).map(({ id }) => id)).toEqual([proposed().id])
    expect(record()?.incident.acts).toMatchObject([{ id: proposed().id, what: { body: edit.body } }])
    expect(proposed().judged).toMatchObject({ verdict: 'approved', as: 'ic', by: ada })
  })

  it('[PE5] comes back with a note, and is proposed anew; its writer takes it back', () => {
    const { bench, record, propose, judge, proposed } = desk(true)
    propose(mia)
    expect(judge(ada, 'sent-back', 'Say since when.')).toMatchObject({ ok: true })
    expect(record()?.timeline().at(-1)?.text).toBe('Sent back to its writer: “Payments fail” (Say since when.)')
    expect(waitingEdits(head(record()))).toEqual([])
    expect(propose(mia, { body: 'One in five card payments fails since noon.' })).toMatchObject({ ok: true })
    // Somebody else is told whose edit waits; its own writer words it anew.
    expect(propose(ada, { body: 'Another wording.' })).toMatchObject(fault('edit-waits'))
    expect(propose(mia, { body: 'One in six card payments fails.' })).toMatchObject({ ok: true })
    expect(waitingEdits(head(record()))).toMatchObject([{ what: { body: 'One in six card payments fails.' } }])
    expect(judge(mia, 'sent-back')).toMatchObject({ ok: true })
    expect(waitingEdits(head(record()))).toEqual([])
    expect(proposed().judged).toMatchObject({ verdict: 'sent-back', by: mia })
    expect(openItems(bench.store.db)).toEqual([])
  })

  it('[PE5] of words that customers read no more goes no more, and waits for nobody', () => {
    const { ask, finish, propose, judge, record } = desk(true)
    propose(mia, { body: 'One in six card payments fails.' })
    expect(ask({}, ada)).toMatchObject({ ok: true })
    expect(judge(ada, 'approved')).toMatchObject(fault('edit-under-way'))
    finish()
    expect(waitingEdits(head(record()))).toEqual([])
    expect(judge(ada, 'approved')).toMatchObject(fault('edit-outdated'))
  })

  it('[PE5] the check stops what it adds, unless somebody says why; the reason is approved with it', () => {
    const { bench, edit, propose, judge, record, proposed } = desk(true)
    const inner = { body: 'db-prod-03.internal fails.' }
    expect(propose(mia, inner)).toMatchObject(fault('publish-blocked'))
    expect(propose(mia, inner, 'Partners know it by that name')).toMatchObject({ ok: true })
    const { what } = proposed()
    expect(what.anyway).toEqual({
      overrode: expect.arrayContaining(['internal-host']),
      reason: 'Partners know it by that name',
    })
    expect(editHash(what)).not.toBe(editHash({ ...what, anyway: { overrode: ['internal-host'], reason: 'Another' } }))
    expect(judge(ada, 'approved')).toMatchObject({ ok: true })
    expect(record()?.incident.acts).toMatchObject([{ what: { anyway: { reason: 'Partners know it by that name' } } }])
    expect(openItems(bench.store.db)).toHaveLength(1)
    // What stopped the old words too was answered for when those left.
    expect(edit.before).not.toContain('Next update')
  })

  it('[PE5] approved on one machine and sent back on another, it is on its way, in whichever order they are read', () => {
    const { record, propose, judge, proposed, append, bench } = desk(true)
    propose(mia)
    judge(ada, 'approved')
    const said = { edit: proposed().id, text: editHash(proposed().what), title: 'Payments fail', note: '' }
    append(editJudged.draft({ ...said, verdict: 'sent-back' }, bench.clock.now(), mia))
    expect(proposed().judged).toMatchObject({ verdict: 'approved' })
    expect(record()?.incident.acts).toHaveLength(1)
  })

  it('[PE6] carries the page’s own id of the update, where that is known', () => {
    const { ask, record } = desk(false, 'entry-7')
    ask()
    expect(record()?.incident.acts).toMatchObject([{ what: { entry: 'entry-7' } }])
  })

  it('[PE3] lets no secret and no open slot out', () => {
    const { ask } = desk()
    expect(ask({ body: 'Use AKIAIOSFODNN7EXAMPLE to check.' })).toMatchObject(fault('secret-in-update'))
    expect(ask({ body: 'One in ⟦how many⟧ fails.' })).toMatchObject(fault('open-slot'))
  })
})
