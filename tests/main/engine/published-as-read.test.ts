import { describe, expect, it } from 'vitest'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import { contentHash } from '../../../src/shared/domain/approval'
import { type ConnectionId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import { type Channel, recordedContent, type UpdateContent } from '../../../src/shared/domain/update'
import { commandBench, statusPage } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

const room: Channel = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#lead' }
const mine: UpdateContent = {
  ...{ stage: 'progress', channel: statusPage, title: 'Payments fail', status: 'investigating' },
  body: 'Customers cannot pay by card. Next update within the hour.',
  ...{ components: {}, notify: false, nextUpdateAt: null },
}
const conflict = { ok: false, fault: { kind: 'conflict', code: 'text-unread' } }

function desk() {
  const bench = commandBench(scratchFolder(), { channels: () => [statusPage, room] })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const update = newId<UpdateId>()
  const draft = (content: UpdateContent, more: object = {}) =>
    expect(bench.run('comms:draft', { update, content, ...more })).toMatchObject({ ok: true })
  const publish = (...read: { update: UpdateId; text: ReturnType<typeof contentHash> }[]) =>
    bench.run('comms:publish', { update, read })
  draft(mine)
  return { update, draft, publish, waiting: () => openItems(bench.store.db).length }
}

describe('[UP15] what leaves is what its writer read', () => {
  it('a text that another window saved meanwhile stays where it is', () => {
    const { update, draft, publish, waiting } = desk()
    const read = { update, text: contentHash(mine) }
    draft({ ...mine, body: 'Some cards fail. Next update within the hour.' })
    expect(publish(read)).toMatchObject(conflict)
    expect(waiting()).toBe(0)
    draft(mine)
    expect(publish(read)).toMatchObject({ ok: true })
    expect(waiting()).toBe(1)
  })

  it('so does a message that goes to another channel since, and one of which a channel’s words are others', () => {
    const { update, draft, publish, waiting } = desk()
    const chat = newId<UpdateId>()
    const inRoom = { ...mine, channel: room, body: 'Pool exhausted.' }
    draft(mine, { also: [{ update: chat, content: inRoom }] })
    const read = { update, text: contentHash(mine) }
    expect(publish(read)).toMatchObject(conflict)
    expect(publish(read, { update: chat, text: contentHash({ ...inRoom, body: 'Pool is full.' }) })).toMatchObject(
      conflict,
    )
    expect(waiting()).toBe(0)
    expect(publish(read, { update: chat, text: contentHash(inRoom) })).toMatchObject({ ok: true })
    expect(waiting()).toBe(2)
  })

  it.each<[string, Partial<UpdateContent>]>([
    ['title', { title: 'Payments' }],
    ['status', { status: 'identified' }],
    ['components', { components: { c1: 'major_outage' } }],
    ['mail', { notify: true }],
    ['promise', { nextUpdateAt: 1_900_000_000_000 }],
    ['impact', { impact: 'critical' }],
  ])('another %s is another text', (_what, other) => {
    expect(contentHash({ ...mine, ...other })).not.toBe(contentHash(mine))
  })
})

it('[UP15] [HT2] a text with characters that nobody sees is the same text in the record', () => {
  const { update, draft, publish } = desk()
  const typed = {
    ...mine,
    body: 'Customers cannot pay by card. invoice\u202Egpj.exe\u2067 Next update within the hour. ',
  }
  draft(typed)
  expect(publish({ update, text: contentHash(recordedContent(typed)) })).toMatchObject({ ok: true })
})
