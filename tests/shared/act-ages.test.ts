import { expect, it } from 'vitest'
import { goesStale, type OutwardAct } from '../../src/shared/domain/act'
import { contractActs } from '../contract/acts'

it('[OB15] what customers read asks again when it could not leave, what responders’ tools are told waits', () => {
  const stale = (acts: readonly OutwardAct[]) => acts.map(act => goesStale(act))
  expect(new Set(stale(contractActs.statuspage))).toEqual(new Set([true]))
  for (const vendor of ['pagerduty', 'grafana', 'slack'] as const)
    expect(new Set(stale(contractActs[vendor])), vendor).toEqual(new Set([false]))
})
