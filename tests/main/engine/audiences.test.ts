import { describe, expect, it } from 'vitest'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import { callInputs } from '../../../src/shared/contract/parsers'
import type { Audience } from '../../../src/shared/domain/audience'
import { type ConnectionId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import type { Channel, UpdateContent } from '../../../src/shared/domain/update'
import { commandBench, statusPage } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

const room: Channel = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#lead' }
const content: UpdateContent = {
  ...{ stage: 'progress', channel: room, title: 'Payments fail', body: 'We look into it.', status: 'investigating' },
  ...{ components: {}, notify: false, nextUpdateAt: null },
}

function declared() {
  const bench = commandBench(scratchFolder(), { channels: () => [statusPage, room] })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  const draft = (audience?: Audience, channel: Channel = room) => {
    const update = newId<UpdateId>()
    expect(bench.run('comms:draft', { update, content: { ...content, channel }, audience })).toMatchObject({ ok: true })
    return update
  }
  const updates = () => bench.ledger.record(bench.incident)?.incident.updates ?? []
  const audiences = () => updates().map(({ audience }) => audience)
  return { bench, draft, updates, audiences }
}

describe('[UP9] the audience of an update', () => {
  it('is whoever reads its channel, or whom the writer named; never fewer than all customers on their page', () => {
    const { draft, audiences } = declared()
    draft()
    draft('named:Leadership')
    draft('named:Leadership', statusPage)
    draft('customers')
    expect(audiences()).toEqual(['colleagues', 'named:Leadership', 'customers', 'colleagues'])
  })

  it('[RO17] keeps the name that the incident knows', () => {
    const { draft, audiences } = declared()
    draft('named:Leadership')
    draft('named:leadership')
    expect(audiences()).toEqual(['named:Leadership', 'named:Leadership'])
  })

  it('stays when the draft is worded anew, and goes along with what leaves', () => {
    const { bench, draft, updates } = declared()
    const update = draft('named:Leadership')
    bench.run('comms:draft', { update, content: { ...content, body: 'Better words.' } })
    expect(updates()).toMatchObject([{ audience: 'named:Leadership', content: { body: 'Better words.' } }])
    bench.run('comms:publish', { update })
    expect(openItems(bench.store.db).map(({ body }) => JSON.parse(body))).toMatchObject([
      { kind: 'update', audience: 'named:Leadership' },
    ])
  })

  it('[UP8] decides who has to be looked at before publishing: another audience is none', () => {
    const { bench, draft } = declared()
    const first = draft('named:Leadership')
    expect(bench.run('comms:publish', { update: first, seen: [] })).toMatchObject({ ok: true })
    expect(bench.run('comms:publish', { update: draft(), seen: [] })).toMatchObject({ ok: true })
    const second = draft('named:leadership')
    expect(bench.run('comms:publish', { update: second, seen: [] })).toMatchObject({
      ok: false,
      fault: { code: 'published-meanwhile' },
    })
    expect(bench.run('comms:publish', { update: second, seen: [first] })).toMatchObject({ ok: true })
  })

  it.each(['named:', 'named: ', 'leadership', `named:${'x'.repeat(81)}`])('refuses %j', audience => {
    const { bench } = declared()
    const input = { update: newId<UpdateId>(), content, audience: audience as Audience }
    expect(callInputs['comms:draft'].safeParse({ ...input, incident: bench.incident }).success).toBe(false)
  })
})
