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
    ['checkout payments', 1, 'Write a colon after “checkout payments”, then what it needs.'],
    ['a: b\n: c', 2, 'Name a service before the colon.'],
    ['a: b\n\nb:', 3, 'Say what “b” needs after the colon, or take the line out.'],
    ['API: db, api', 1, '“API” cannot need itself: take it out of its own line.'],
    ['a: b\nA: c', 2, '“A” stands in line 1 already: write all it needs there.'],
  ])('names the line and the way out: %j', (text, line, problem) => {
    expect(readDependencies(text)).toEqual({ line, problem })
  })
})
