import { describe, expect, it } from 'vitest'
import { fromJson, hasOnly, isListOf, isOneOf, isRecord, isText } from '../../../src/shared/lib/read-json'

describe('JSON from outside', () => {
  it.each(['', '{', '{"a":1', 'undefined', '{"a":1}x', '\u0000'])('is none, and costs nothing: %j', text => {
    expect(fromJson(text)).toBeUndefined()
  })

  it.each([null, [], 'text', 7, true, undefined])('is no record: %j', value => {
    expect(isRecord(value)).toBe(false)
  })

  it('has a field of its own named as one that every object has', () => {
    const read = fromJson('{"__proto__":{"polluted":true},"a":1}')
    expect(isRecord(read) && hasOnly(read, ['a'])).toBe(false)
    expect({}).not.toHaveProperty('polluted')
  })

  it('is of a list only as a whole', () => {
    expect(isListOf(['a', 'b'], isText)).toBe(true)
    expect(isListOf([], isText)).toBe(true)
    expect(isListOf(['a', 1], isText)).toBe(false)
    expect(isListOf({ 0: 'a', length: 1 }, isText)).toBe(false)
  })

  it('is one of what may be chosen, and not of what only looks like it', () => {
    expect(isOneOf(['dark', 'light'], 'light')).toBe(true)
    expect(isOneOf(['dark', 'light'], ['light'])).toBe(false)
    expect(isOneOf(['dark', 'light'], 'constructor')).toBe(false)
  })
})
