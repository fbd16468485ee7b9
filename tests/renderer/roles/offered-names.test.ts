import { expect, it } from 'vitest'
import { offeredNames } from '../../../src/renderer/features/roles/offered-names'
import type { ConnectionId } from '../../../src/shared/domain/ids'

const onCall = (name: string, level: number) => ({
  ...{ connection: 'pd' as ConnectionId, externalId: null, name, policy: 'Payments', level, until: null },
})

it('[RO1] offers whoever is on call first, once each, then who is known here', () => {
  const people = [onCall('Second', 2), onCall('First', 1), onCall('First', 2)]
  expect(offeredNames(people, ['Ada', 'First'])).toEqual([
    { group: 'On call', items: ['First', 'Second'] },
    { group: 'Here', items: ['Ada'] },
  ])
  expect(offeredNames([], ['Ada'])).toEqual(['Ada'])
})
