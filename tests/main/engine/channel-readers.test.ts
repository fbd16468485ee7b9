import { describe, expect, it } from 'vitest'
import { isForCustomers, readersOf } from '../../../src/shared/domain/channels/channel-kinds'
import { type ConnectionId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import { type Channel, recordedContent, type UpdateContent } from '../../../src/shared/domain/update'
import { commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

const inside: Channel = {
  ...{ vendor: 'webhook', connection: 'hook' as ConnectionId, target: 'webhook', label: 'Partners' },
}
const outside: Channel = { ...inside, readers: 'customers' }

const said = (channel: Channel): UpdateContent => ({
  ...{
    stage: 'progress',
    channel,
    title: 'Payments fail',
    body: 'Some payments fail. Next update within the hour.',
    status: 'identified',
  },
  ...{ components: {}, notify: false, nextUpdateAt: null },
})

function bench(connected: Channel) {
  const made = commandBench(scratchFolder(), { cancelWindow: () => 0, channels: () => [connected] })
  made.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  const written = (channel: Channel) => {
    const update = newId<UpdateId>()
    made.run('comms:draft', { update, content: said(channel) })
    return update
  }
  const audienceOf = (id: UpdateId) =>
    made.ledger.record(made.incident)?.incident.updates.find(update => update.id === id)?.audience
  return { publish: (update: UpdateId) => made.run('comms:publish', { update }), written, audienceOf }
}

describe('[WE7] who reads what goes through a webhook', () => {
  it('is what its connection says, and colleagues unless it does', () => {
    expect([inside, outside].map(readersOf)).toEqual(['colleagues', 'customers'])
    expect([inside, outside].map(isForCustomers)).toEqual([false, true])
    const { written, audienceOf } = bench(outside)
    expect(audienceOf(written(outside))).toBe('customers')
    expect(audienceOf(written(inside))).toBe('colleagues')
  })

  it('is in the record beside the channel, and only where it differs from the kind', () => {
    expect(Object.keys(recordedContent(said(inside)).channel)).toEqual(['vendor', 'connection', 'target', 'label'])
    expect(recordedContent(said(outside)).channel).toEqual(outside)
  })

  it('cannot be said otherwise by a page: the update is not published', () => {
    const { written, publish } = bench(outside)
    expect(publish(written(inside))).toMatchObject({ ok: false, fault: { code: 'channel-gone' } })
    expect(publish(written(outside))).toMatchObject({ ok: true })
  })

  it('may have changed since the draft was written: it is not published as what it was', () => {
    const { written, publish } = bench(inside)
    expect(publish(written(outside))).toMatchObject({ ok: false, fault: { code: 'channel-gone' } })
    expect(publish(written(inside))).toMatchObject({ ok: true })
  })
})
