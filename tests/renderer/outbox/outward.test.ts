import { describe, expect, it } from 'vitest'
import { chatTargets } from '../../../src/renderer/features/outbox/chat-targets'
import { openOutboxTexts, outwardOf } from '../../../src/renderer/features/outbox/outward'
import { wallboardTrouble } from '../../../src/renderer/features/wallboard/key-line-list'
import { reviewHandoff } from '../../../src/shared/domain/handoff-gaps'
import type { ConnectionId, OutboxItemId } from '../../../src/shared/domain/ids'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { cannedChannels } from '../../support/fake-answers'
import { declared, drafted, engineItself, minute, published, recordOf, unsettled } from '../../support/folded-incident'

const slack = 'slack' as ConnectionId
const post = (text: string): VendorRequest => ({
  kind: 'chat-post',
  connection: slack,
  channel: { id: 'C9', name: 'inc' },
  text,
})
const ask = (id: string, what: VendorRequest) =>
  kinds['act-asked'].draft({ act: id as OutboxItemId, what }, minute(1), engineItself)
const fails = (id: string, what: VendorRequest) =>
  kinds['act-failed'].draft({ act: id as OutboxItemId, what, reason: 'is_archived' }, minute(2), engineItself)
const unknown = (id: string, what: VendorRequest) =>
  kinds['act-unknown'].draft({ act: id as OutboxItemId, what, reason: 'timed out' }, minute(2), engineItself)
const done = (id: string, what: VendorRequest, externalId = '1.2') =>
  kinds['act-done'].draft({ act: id as OutboxItemId, what, externalId, url: null }, minute(2), engineItself)
const told = (...drafts: Parameters<typeof recordOf>[0]) => recordOf([declared(), ...drafts]).incident

describe('[OX1] the order', () => {
  it('puts what needs a person first, and the newest of a state on top', () => {
    const incident = told(
      ask('a', post('first')),
      ask('b', post('second')),
      fails('c', { kind: 'annotation', connection: slack, text: 'x', at: 1 }),
      unknown('d', post('third')),
      done('e', post('fourth')),
      drafted(1, 'u1'),
      unsettled(2, 'u1'),
      drafted(3, 'u2'),
      drafted(3, 'u3'),
      published(4, 'u3'),
    )
    expect(outwardOf(incident).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'u1 unknown',
      'd unknown',
      'c failed',
      'b waiting',
      'a waiting',
      'u3 done',
      'e done',
    ])
  })

  it('tells of what failed and was asked for again once', () => {
    const incident = told(fails('a', post('hello')), ask('b', post('hello')))
    expect(outwardOf(incident).map(({ id }) => id)).toEqual(['b'])
  })
})

it('[PT2] what a person has to post by hand is no doubt', () => {
  const byHand = { vendor: 'by-hand', connection: 'h' as ConnectionId, target: 'x', label: 'X' } as const
  const incident = told(drafted(1, 'u1', { channel: byHand }), unsettled(2, 'u1'), drafted(1, 'u2'), unsettled(2, 'u2'))
  const outward = outwardOf(incident)
  expect(outward.map(({ id, state }) => `${id} ${state}`)).toEqual(['u2 unknown', 'u1 to-post'])
  expect(openOutboxTexts(outward)).toEqual(['1 to post', '1 unknown'])
  expect(wallboardTrouble({ updates: incident.updates.slice(0, 1), acts: [] })).toBe('')
  const { gaps } = reviewHandoff({ incident, now: minute(5), messages: incident.waitingMessages })
  expect(gaps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['update-unknown', 'update-to-post']))
})

it('[OX2] counts what is open, and is silent when nothing is', () => {
  expect(openOutboxTexts(outwardOf(told(done('a', post('x')))))).toEqual([])
  const open = told(ask('a', post('1')), ask('b', post('2')), unknown('c', post('3')))
  expect(openOutboxTexts(outwardOf(open))).toEqual(['2 waiting', '1 unknown'])
})

describe('Slack channels', () => {
  it('offers the channel of the incident first, and each once', () => {
    const what: VendorRequest = { kind: 'chat-open', connection: slack, name: 'inc-1', private: false }
    const names = chatTargets(told(done('a', what, 'C7')), cannedChannels).map(({ id, name }) => `${id} ${name}`)
    expect(names).toEqual(['C7 inc-1', 'C1 incidents'])
  })
})
