import { describe, expect, it } from 'vitest'
import { isPatient } from '../../../src/renderer/link/patient-calls'
import { callNames } from '../../../src/shared/contract/names'

describe('[CW5] a call that may wait for the engine without end', () => {
  it.each(['timeline:append', 'attachments:keep', 'feeds:catch-up', 'settings:read', 'handoff:read'] as const)(
    'may: %s',
    name => expect(isPatient(name)).toBe(true),
  )

  it('is none that reaches a vendor, changes an incident or a setting', () => {
    const decisions = callNames.filter(name =>
      /^(acts|incident|roles|teams|strategy|checkpoint|owner|folder|world|proposals|people:erase|settings:change)/.test(
        name,
      ),
    )
    expect(decisions.length).toBeGreaterThan(30)
    expect(decisions.filter(isPatient)).toEqual([])
    expect((['comms:publish', 'comms:approve', 'dashboards:pin', 'timeline:erase'] as const).filter(isPatient)).toEqual(
      [],
    )
  })
})
