import { describe, expect, it } from 'vitest'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import { mayCall } from '../../../src/shared/contract/access'
import { textOf } from '../../../src/shared/domain/approval'
import { type ConnectionId, type ContentHash, newId, type UpdateId } from '../../../src/shared/domain/ids'
import type { Channel, UpdateContent } from '../../../src/shared/domain/update'
import { updateApprovalAsked } from '../../../src/shared/events/update-approval-asked'
import { commandBench, statusPage } from '../../support/engine-parts'
import { ada } from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'

const room: Channel = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#lead' }
const content: UpdateContent = {
  ...{
    stage: 'progress',
    channel: statusPage,
    title: 'Payments fail',
    body: 'Some payments fail. Next update within the hour.',
    status: 'investigating',
  },
  ...{ components: {}, notify: false, nextUpdateAt: null },
}

function desk(needed = true) {
  const channels = () => [statusPage, room]
  const bench = commandBench(scratchFolder(), { channels, approvalNeeded: () => needed })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
  // Somebody else than who writes: what a commander writes needs no approval.
  bench.run('roles:assign', { role: 'ic', name: 'Ada Lovelace' })
  const update = newId<UpdateId>()
  const draft = (body: string, channel = statusPage) =>
    expect(bench.run('comms:draft', { update, content: { ...content, channel, body } })).toMatchObject({ ok: true })
  const text = () => {
    const updates = bench.ledger.record(bench.incident)?.incident.updates ?? []
    return textOf(updates.filter(({ message }) => message === update))
  }
  const ask = () => bench.run('comms:ask-approval', { update })
  const approve = (read: ContentHash = text()) => bench.run('comms:approve', { update, text: read }, undefined, ada)
  const publish = () => bench.run('comms:publish', { update })
  draft('Some payments fail. Next update within the hour.')
  return { bench, update, draft, text, ask, approve, publish }
}

const done = { ok: true }
const fault = (code: string) => ({ ok: false, fault: { code } })

describe('[AP2] where customers’ updates need an approval', () => {
  it('one leaves once the very text of it was approved, and not before', () => {
    const { bench, ask, approve, publish } = desk()
    expect(publish()).toMatchObject(fault('approval-missing'))
    expect(ask()).toMatchObject(done)
    expect(publish()).toMatchObject(fault('approval-waits'))
    expect(openItems(bench.store.db)).toEqual([])
    expect(approve()).toMatchObject(done)
    expect(publish()).toMatchObject(done)
    expect(openItems(bench.store.db)).toHaveLength(1)
  })

  it('a change after the approval, or after it was asked for, asks for it again', () => {
    const { draft, ask, approve, publish } = desk()
    ask()
    approve()
    draft('Most payments fail. Next update within the hour.')
    expect(publish()).toMatchObject(fault('approval-withdrawn'))
    ask()
    draft('All payments fail. Next update within the hour.')
    expect(publish()).toMatchObject(fault('approval-withdrawn'))
    approve()
    expect(publish()).toMatchObject(done)
  })

  it('[AP1] whoever approves has read what is there: another text is refused and nothing is approved', () => {
    const { draft, text, approve, publish } = desk()
    const read = text()
    draft('Most payments fail. Next update within the hour.')
    expect(approve(read)).toMatchObject({ ok: false, fault: { kind: 'conflict', code: 'text-changed' } })
    expect(publish()).toMatchObject(fault('approval-missing'))
    expect(approve()).toMatchObject(done)
    expect(approve()).toMatchObject(fault('approved-already'))
  })

  it('asking twice is asking once, and what is out or gone is neither asked for nor approved', () => {
    const { bench, update, ask, approve, publish } = desk()
    ask()
    const before = bench.ledger.record(bench.incident)?.seq
    expect(ask()).toMatchObject(done)
    expect(bench.ledger.record(bench.incident)?.seq).toBe(before)
    approve()
    expect(ask()).toMatchObject(fault('approved-already'))
    publish()
    expect(ask()).toMatchObject(fault('update-leaving-publish'))
    expect(approve()).toMatchObject(fault('update-leaving-publish'))
    expect(bench.run('comms:ask-approval', { update: newId<UpdateId>() })).toMatchObject(fault('no-such-draft'))
    expect(update).toBeTruthy()
  })

  it('[AP8] is asked for with the reason to publish anyway, which the record and the timeline keep', () => {
    const { bench, update, draft, text, ask } = desk()
    const record = () => {
      const now = bench.ledger.record(bench.incident)
      if (!now) throw new Error('There is a record')
      return now
    }
    const asked = () => record().incident.approvals[update]?.asked
    const askBecause = (because: string) => bench.run('comms:ask-approval', { update, because })
    ask()
    expect(asked()?.because).toBeUndefined()
    const before = record().seq
    expect(askBecause('')).toMatchObject(done)
    expect(record().seq).toBe(before)
    // Who approves has not read it yet: it is news to them, once.
    expect(askBecause('No time to reword')).toMatchObject(done)
    expect(askBecause('No time to reword')).toMatchObject(done)
    expect(ask()).toMatchObject(done)
    expect(record().seq).toBe(before + 1)
    expect(asked()).toMatchObject({ because: 'No time to reword' })
    expect(record().timeline().at(-1)?.text).toContain('because “No time to reword”')
    // It was said of that text.
    draft('Most payments fail. Next update within the hour.')
    ask()
    expect(asked()?.because).toBeUndefined()
    // [ER1] Its words can be erased as those of a publication can.
    const body = { message: update, text: text(), title: 'Payments fail' }
    expect(updateApprovalAsked.withoutTexts?.({ ...body, because: 'Kim said so' }, '…')).toEqual({
      ...body,
      because: '…',
    })
  })

  it('a message to colleagues needs none; one that also goes to customers does', () => {
    const { bench, draft, publish } = desk()
    draft('Pool exhausted.', room)
    const also = [{ update: newId<UpdateId>(), content }]
    bench.run('comms:draft', { update: newId<UpdateId>(), content: { ...content, channel: room } })
    expect(publish()).toMatchObject(done)
    const mixed = newId<UpdateId>()
    bench.run('comms:draft', { update: mixed, content: { ...content, channel: room }, also })
    expect(bench.run('comms:publish', { update: mixed })).toMatchObject(fault('approval-missing'))
  })

  it('is asked for nowhere while it is off', () => {
    expect(desk(false).publish()).toMatchObject(done)
  })

  it('[AX1] who writes may ask for it, who commands may give it', () => {
    expect([mayCall('comms', 'comms:ask-approval'), mayCall('scribe', 'comms:ask-approval')]).toEqual([true, false])
    expect([mayCall('command', 'comms:approve'), mayCall('comms', 'comms:approve')]).toEqual([true, false])
  })
})
