import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  channelKind,
  countedIn,
  excessIn,
  readersOf,
  usualChannel,
} from '../../src/shared/domain/channels/channel-kinds'
import { emailChannel, webhookChannel } from '../../src/shared/domain/channels/message-channel'
import { type NetworkName, networkChannel, networks } from '../../src/shared/domain/channels/networks'
import { slackChannel } from '../../src/shared/domain/channels/slack'

const countOf = (network: NetworkName, text: string) => networkChannel(network).measure?.(text)

describe('[PT1] a text’s length', () => {
  it.each<readonly [NetworkName, string, number, number]>([
    ['x', 'Some payments fail.', 19, 280],
    ['x', '支付失败', 8, 280],
    ['x', '👩‍👩‍👧‍👦', 2, 280],
    ['x', '🇩🇪', 2, 280],
    ['x', 'Details: https://status.example.com/incidents/a-very-long-address?with=everything', 32, 280],
    ['x', 'Details: status.example.com', 32, 280],
    ['x', 'On payments-primary-database-01.internal', 40, 280],
    ['x', 'Since 09:40 UTC – we look into it', 33, 280],
    ['mastodon', 'e\u0301'.repeat(10), 10, 500],
    ['mastodon', 'https://status.example.com/incidents/a-very-long-address?with=everything', 23, 500],
    ['bluesky', '👩‍👩‍👧‍👦'.repeat(3), 3, 300],
    ['bluesky', '👩‍👩‍👧‍👦'.repeat(121), 3_025, 3_000],
    ['bluesky', 'https://status.example.com', 26, 300],
    ['linkedin', '👍', 2, 3_000],
    ['sms', 'Payments fail [EU] {all}', 28, 160],
    ['sms', 'Zahlungen in Zürich fallen aus: 100 €', 38, 160],
    ['sms', 'תשלומים', 7, 70],
    ['clipboard', '=1+1', 4, 25_000],
  ])('at %s: %j is %i of %i', (network, text, count, most) => {
    expect(countOf(network, text)).toEqual({ count, most })
  })

  it('never shrinks when a letter is added, and never counts an emoji in halves', () => {
    const plain = fc.array(fc.constantFrom('a', 'ß', '支', '👍🏿', '👩‍👩‍👧‍👦', ' ', 'ש')).map(all => all.join(''))
    fc.assert(
      fc.property(fc.constantFrom(...networks), plain, (network, text) => {
        const { count = 0, most = 0 } = countOf(network, text) ?? {}
        const more = countOf(network, `${text} a`) ?? { count: 0, most: 0 }
        if (more.most === most) expect(more.count).toBeGreaterThan(count)
      }),
    )
    for (const network of ['mastodon', 'bluesky'] as const) expect(countOf(network, '👩‍👩‍👧‍👦')?.count).toBe(1)
  })

  it('is counted in characters where a channel counts in no way of its own', () => {
    expect(countedIn({ vendor: 'teams' }, 'fail 👍')).toEqual({ count: 6, most: 5_000 })
    expect(countedIn({ vendor: 'by-hand', target: 'x' }, '支付')).toEqual({ count: 4, most: 280 })
  })

  it('decides what is too long there, and nowhere else', () => {
    const at = (target: string, body: string) => excessIn({ vendor: 'by-hand', target }, { title: 'Any', body })
    expect(at('x', 'a'.repeat(281))).toEqual({ title: 0, body: 1 })
    expect(at('bluesky', '👩‍👩‍👧‍👦'.repeat(120))).toEqual({ title: 0, body: 0 })
    expect(at('bluesky', '👩‍👩‍👧‍👦'.repeat(121))).toEqual({ title: 0, body: 25 })
    expect(at('sms', 'a'.repeat(160))).toEqual({ title: 0, body: 0 })
    expect(at('sms', `${'a'.repeat(69)}ש`)).toEqual({ title: 0, body: 0 })
    expect(at('sms', `${'a'.repeat(70)}ש`)).toEqual({ title: 0, body: 1 })
    expect(excessIn({ vendor: 'slack' }, { title: '', body: '👍'.repeat(slackChannel.limits.body + 2) }).body).toBe(2)
  })
})

describe('[PT2] a channel that a person posts to', () => {
  it('shows the body alone, and is not where an update goes by itself', () => {
    const x = { vendor: 'by-hand', target: 'x' } as const
    const page = { vendor: 'statuspage', target: 'p' } as const
    const message = { title: 'Payments fail', body: 'Some fail.', status: 'identified' } as const
    expect(channelKind(x).preview(message)).toEqual([{ part: 'body', text: 'Some fail.' }])
    expect(usualChannel([x, page])).toBe(page)
    expect(usualChannel([x, { vendor: 'slack', target: 'C1' }])?.target).toBe('C1')
    expect(usualChannel([x])).toBe(x)
  })

  it('is read by customers on social media, and by whom the connection says', () => {
    const readers = (target: NetworkName) => readersOf({ vendor: 'by-hand', target })
    expect(networks.map(readers)).toEqual([
      'customers',
      'customers',
      'customers',
      'customers',
      'colleagues',
      'colleagues',
    ])
    expect(readersOf({ vendor: 'by-hand', target: 'sms', readers: 'customers' })).toBe('customers')
  })
})

it('[WE7] a message channel is for colleagues unless its connection says otherwise', () => {
  for (const kind of [emailChannel, webhookChannel, slackChannel]) expect(kind.readers).toBe('colleagues')
})
