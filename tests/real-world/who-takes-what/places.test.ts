import { describe, expect, it } from 'vitest'
import {
  type Candidate,
  candidatesFor,
  isSecondRole,
  numbered,
  stablePlaces,
} from '../../../src/renderer/features/roles/candidates'
import type { OnCall } from '../../../src/shared/contract/people'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { Role } from '../../../src/shared/domain/people'
import type { EventDraft } from '../../../src/shared/events/define'
import * as story from '../../support/folded-incident'

const onCall = (name: string, services: readonly string[] | undefined, level = 1): OnCall => ({
  ...{ connection: 'pd' as ConnectionId, externalId: name, name, policy: `${services?.[0] ?? 'some'}: on call`, level },
  ...{ until: null, ...(services !== undefined && { services }) },
})
/** By policy, as PagerDuty's list comes: whoever is on call for what fails is not the first. */
const paged = [
  onCall('Nadia Haddad', ['checkout']),
  onCall('Amara Osei', ['payments-api', 'ledger']),
  onCall('Jonas Lindqvist', ['payments-db']),
]

function offered(role: Role, drafts: readonly EventDraft[], services: readonly string[], people = paged) {
  const { incident } = story.recordOf([story.declared(), ...drafts])
  return candidatesFor({ role, deputy: false }, incident, { onCall: people, known: ['Dana Scully'], services })
}

const digits = (candidates: readonly Candidate[], places: readonly string[]) =>
  Object.fromEntries(numbered(candidates, places).map(({ candidate, digit }) => [candidate.name, digit]))

describe('who is offered first', () => {
  it.each([
    ['of the failing service', ['payments-api'], 'Amara Osei'],
    ['in any writing', ['Payments_API'], 'Amara Osei'],
    ['of the second linked service', ['unknown', 'payments-db'], 'Jonas Lindqvist'],
    ['nothing is linked: in the order of paging', [], 'Nadia Haddad'],
  ])('[RO1] people on call %s', (_, services, expected) => {
    expect(offered('tech', [], services)[0]?.name).toBe(expected)
  })

  it('[RO1] within a level the affected service comes first; a policy with unknown services is no error', () => {
    const people = [
      onCall('Old Server', undefined),
      onCall('Other Second', ['checkout'], 2),
      onCall('Own Second', ['payments-api'], 2),
      onCall('Own First', ['payments-api']),
    ]
    const found = offered('tech', [], ['payments-api'], people)
    expect(found.map(({ name }) => name).slice(0, 4)).toEqual(['Own First', 'Old Server', 'Own Second', 'Other Second'])
    expect(found[0]?.about).toBe('on call for payments-api')
  })
})

describe('digits', () => {
  it('[RO15] stay with their people while one role after the other is filled', () => {
    const services = ['payments-api']
    const first = offered('ic', [], services)
    const places = stablePlaces([], first)
    expect(digits(first, places)).toEqual({
      'Amara Osei': 1,
      'Nadia Haddad': 2,
      'Jonas Lindqvist': 3,
      'Dana Scully': 4,
    })
    const afterTwo = offered(
      'comms',
      [story.assigned(1, 'ic', 'Dana Scully'), story.assigned(1, 'tech', 'Amara Osei')],
      services,
    )
    expect(digits(afterTwo, stablePlaces(places, afterTwo))).toMatchObject({
      'Amara Osei': 1,
      'Nadia Haddad': 2,
      'Jonas Lindqvist': 3,
    })
  })

  it('[RO15] the current holder leaves a gap, and late arrivals come after the others', () => {
    const places = stablePlaces([], offered('tech', [], ['payments-api']))
    const late = offered(
      'tech',
      [story.assigned(1, 'tech', 'Amara Osei')],
      ['payments-api'],
      [...paged, onCall('Ines Late', ['payments-api'])],
    )
    const now = digits(late, stablePlaces(places, late))
    expect(now).toEqual({ 'Nadia Haddad': 2, 'Jonas Lindqvist': 3, 'Dana Scully': 4, 'Ines Late': 5 })
  })

  it('[RO15] there are nine; the tenth has none', () => {
    const many = Array.from({ length: 12 }, (_, index) => onCall(`Person ${String.fromCharCode(65 + index)}`, ['x']))
    const all = offered('tech', [], ['x'], many)
    const given = numbered(all, stablePlaces([], all)).map(({ digit }) => digit)
    expect(given.slice(0, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, null])
  })
})

describe('a second role', () => {
  it('[RO16] is asked about, but not when a deputy takes over', () => {
    const drafts = [story.assigned(1, 'ic', 'Dana Scully'), story.assigned(1, 'tech', 'Amara Osei')]
    const all = offered('comms', drafts, ['payments-api'])
    expect(all.filter(isSecondRole).map(({ name, holds }) => [name, holds])).toEqual([
      ['Amara Osei', 'Tech lead'],
      ['Dana Scully', 'Incident commander'],
    ])
    expect(isSecondRole({ name: 'x', about: '', kind: 'deputy', holds: 'Deputy tech lead' })).toBe(false)
  })
})
