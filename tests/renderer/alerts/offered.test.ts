import { describe, expect, it } from 'vitest'
import { responderOffers } from '../../../src/renderer/features/alerts/pagerduty/responder-offers'
import type { OnCallList } from '../../../src/shared/contract/people'
import type { ConnectionId } from '../../../src/shared/domain/ids'

const connection = 'pd' as ConnectionId
const onCall = (externalId: string | null, name: string, level: number, at = connection) => ({
  ...{ connection: at, externalId, name, level, policy: 'Payments', until: null },
})
const list: OnCallList = {
  people: [
    onCall('U1', 'Amara Osei', 1),
    onCall('U1', 'Amara Osei', 2),
    onCall('U2', 'Mei Tanaka', 2),
    onCall(null, 'Nameless', 1),
    onCall('U9', 'Meike Elsewhere', 1, 'other' as ConnectionId),
  ],
  policies: [{ connection, externalId: 'E1', name: 'Payments' }],
  problem: '',
}
const found = [
  { id: 'U2', name: 'Mei Tanaka', email: 'mei@example.com' },
  { id: 'U3', name: 'Ursula Mey', email: 'um@example.com' },
]
const names = (words: string, policies = true) =>
  responderOffers({ onCall: list, found, connection }, words, policies).map(({ group, items }) => [
    group,
    ...items.map(({ name }) => name),
  ])

describe('[PF1] to whom a page can go', () => {
  it('is whoever is on call first, once each and of this account, then policies, then who was found', () => {
    expect(names('')).toEqual([
      ['On call', 'Amara Osei', 'Mei Tanaka'],
      ['Escalation policies', 'Payments'],
      ['Everyone', 'Ursula Mey'],
    ])
    expect(names('', false).map(([group]) => group)).toEqual(['On call', 'Everyone'])
  })

  it('is who has the letters, those whose name begins with them before those who are paged for such a thing', () => {
    expect(names('me')).toEqual([
      ['On call', 'Mei Tanaka', 'Amara Osei'],
      ['Escalation policies', 'Payments'],
      ['Everyone', 'Ursula Mey'],
    ])
    expect(names('tan me')).toEqual([
      ['On call', 'Mei Tanaka'],
      ['Everyone', 'Ursula Mey'],
    ])
  })
})
