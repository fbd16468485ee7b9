import { describe, expect, it } from 'vitest'
import { dependencyText, readDependencies } from '../../../src/renderer/features/connections/dependency-text'

describe('[DP1] which service needs which, as it is typed', () => {
  it('reads back what it wrote, whatever stands between names', () => {
    const dependsOn = { checkout: ['payments-api', 'payments-db'], 'Card vault': ['hsm'] }
    expect(readDependencies(dependencyText(dependsOn))).toEqual({ dependsOn })
    expect(readDependencies('\n  checkout :payments-api ,, payments-db \n\n Card vault: hsm')).toEqual({ dependsOn })
    expect(readDependencies('')).toEqual({ dependsOn: {} })
  })

  it.each([
    ['checkout payments', 1, 'Write a colon after “checkout payments”, then what it depends on.'],
    ['a: b\n: c', 2, 'Name a service before the colon.'],
    ['a: b\n\nb:', 3, 'Write what “b” depends on after the colon, or delete the line.'],
    ['API: db, api', 1, '“API” cannot depend on itself: remove it from its own line.'],
    ['a: b\nA: c', 2, '“A” is already in line 1: list all its dependencies there.'],
  ])('names the line and the way out: %j', (text, line, problem) => {
    expect(readDependencies(text)).toEqual({ line, problem })
  })
})
