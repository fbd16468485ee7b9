import { describe, expect, it } from 'vitest'
import { post } from '../../../src/main/engine/vendors/slack/translate'
import { channelKind } from '../../../src/shared/domain/channels/channel-kinds'
import { type ConnectionId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import { commandBench } from '../../support/engine-parts'
import { updateContent } from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'

const chat = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#incidents' } as const

describe('[CM17] a message that Slack would cut', () => {
  it('is refused by the engine, which says by how much it is too long', () => {
    const bench = commandBench(scratchFolder(), { channels: () => [chat] })
    bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
    const update = newId<UpdateId>()
    const content = updateContent({ channel: chat, body: 'x'.repeat(7_510) })
    expect(bench.run('comms:draft', { update, content })).toMatchObject({ ok: true })
    expect(bench.run('comms:publish', { update })).toMatchObject({
      fault: { kind: 'refused', message: 'Too long for #incidents by 10 characters.' },
    })
  })

  it('never is one that is let through, whatever its letters become on their way', () => {
    const { limits } = channelKind(chat)
    const content = updateContent({
      channel: chat,
      title: '&'.repeat(limits.title),
      body: '<&'.repeat(limits.body / 2),
    })
    const ids = { incident: newId(), update: newId(), externalId: null }
    const sent = post('C1', { ...ids, content } as Parameters<typeof post>[1]) as { readonly text: string }
    expect(sent.text.length).toBeLessThanOrEqual(40_000)
  })
})
